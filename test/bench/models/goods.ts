import { createMemoryLicenceRegister } from '../../../services/adapters/memory/licence-register.ts';
import { createMemoryTraderHistory } from '../../../services/adapters/memory/trader-history-store.ts';
import { loadShippedReference } from '../../../services/adapters/reference-files/shipped-reference.ts';
import { generateTrade } from '../../../services/generator/generate-trade.ts';
import type { DeclarationEvent, GoodsItem } from '../../../services/risk/declaration/declaration-event.ts';
import type { ModelInput } from '../../../services/scoring/ports/risk-model.ts';
import { noCheckpoint } from '../../../services/scoring/ports/stream.ts';
import { createGatherStep } from '../../../services/scoring/steps/gather-step.ts';
import { day } from '../../harness/checked.ts';
import type { Described } from './texts.ts';

const AUTHORITY = { country: 'US', currency: 'USD', timeZone: 'America/New_York' } as const;

/** One goods item for each description, out of generated trade with all its facts, described and declared so. */
export async function goodsDescribed(texts: readonly Described[]): Promise<readonly ModelInput[]> {
  const gather = createGatherStep({
    reference: loadShippedReference(AUTHORITY),
    licences: createMemoryLicenceRegister(undefined),
    history: createMemoryTraderHistory(undefined),
    models: [],
    authority: AUTHORITY,
    checkpoint: noCheckpoint,
  });
  const inputs: ModelInput[] = [];
  for (const { event } of generateTrade({
    seed: 7,
    declarations: texts.length,
    from: day('2026-03-02'),
    authorityCountry: 'US',
    injected: 'none',
  })) {
    const described = withTexts(event, texts.slice(inputs.length));
    const record = {
      topic: 'bench',
      partition: 0,
      offset: 0n,
      timestamp: Date.parse('2026-03-02T00:00:00Z'),
      key: null,
      value: null,
      headers: {},
    };
    const [outcome] = await gather([{ record, event: described, earlier: [] }]);
    if (outcome?.kind !== 'ok') continue;
    const { facts } = outcome.entry;
    facts.items.forEach((item, index) => inputs.push({ facts, item, goodsItem: facts.event.goodsItems[index]! }));
    if (inputs.length >= texts.length) break;
  }
  return inputs.slice(0, texts.length);
}

function withTexts(event: DeclarationEvent, texts: readonly Described[]): DeclarationEvent {
  return {
    ...event,
    goodsItems: event.goodsItems.map((item, index) =>
      texts[index] === undefined ? item : declaredAs(item, texts[index]),
    ),
  };
}

function declaredAs(item: GoodsItem, { description, code }: Described): GoodsItem {
  return {
    ...item,
    commodity: { ...item.commodity!, description, classifications: [{ identificationTypeCode: 'HS', id: code }] },
  };
}
