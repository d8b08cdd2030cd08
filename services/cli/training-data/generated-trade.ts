import type * as core from '@tensorflow/tfjs-core';
import { isOwnPreference } from '../../../models/anomaly/learn/data/own-columns.ts';
import { type LabelledRow, tripleHash } from '../../../models/anomaly/learn/data/split.ts';
import { type InjectionTable, injectionTable } from '../../../models/anomaly/learn/evaluation/injection-table.ts';
import { trainAnomaly } from '../../../models/anomaly/learn/training/train-anomaly.ts';
import { traderSizeOf } from '../../../models/anomaly/serve/goods/goods-row.ts';
import { contextOf, rowFromFacts } from '../../../models/anomaly/serve/goods/row-from-facts.ts';
import type { TrainingDomain } from '../../../models/anomaly/serve/scoring/trained-anomaly.ts';
import { loadShippedReference } from '../../adapters/reference-files/shipped-reference.ts';
import { generateTrade, type TradeOptions } from '../../generator/generate-trade.ts';
import { knownDay, utcDayOf } from '../../risk/declaration/day.ts';
import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';
import { instantOf } from '../../risk/declaration/instant.ts';
import { statedValue } from '../../risk/declaration/stated-value.ts';
import { type Authority, type Facts, WHOLE_FACTS } from '../../risk/facts/facts.ts';
import { found, unknown } from '../../risk/facts/known.ts';
import { itemFacts } from '../../risk/look-up/item-facts.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';

/** Whose trade the generator makes up. */
const AUTHORITY: Authority = { country: 'US', currency: 'USD', timeZone: 'America/New_York' };
export const GENERATED_SCOPES: readonly TrainingDomain[] = ['US import', 'US export'].map((name) => ({
  name,
  currency: AUTHORITY.currency,
}));

const FROM = knownDay('2026-03-02');
const LEARNED = 3000;
const TESTED = 1000;
const EPOCHS = 12;

/**
 * The injection table on generated trade, which states quantities and packages as the public data do not: a model is trained on
 * made-up honest declarations and tested on later ones. All of it follows from the seed.
 */
export async function generatedTable(tf: typeof core, seed: number): Promise<InjectionTable> {
  const rows = generatedTrade(seed, LEARNED + TESTED);
  const learned = Math.floor((rows.length * LEARNED) / (LEARNED + TESTED));
  const trained = await trainAnomaly(tf, rows.slice(0, learned), {
    seed,
    epochs: EPOCHS,
    domains: GENERATED_SCOPES,
    isPreference: isOwnPreference,
  });
  const seen = new Set(trained.groups);
  return injectionTable(
    tf,
    trained,
    rows.slice(learned).filter(({ group }) => !seen.has(group)),
    { seed, donors: rows, isPreference: isOwnPreference },
  );
}

/** Goods items of so many made-up honest declarations. */
export function generatedTrade(seed: number, declarations: number): readonly LabelledRow[] {
  const rows = generatedFacts(seed, declarations).flatMap(rowsOf);
  const declared = new Map<string, number>();
  for (const { trader } of rows) declared.set(trader, (declared.get(trader) ?? 0) + 1);
  return rows.map((row) => ({
    ...row,
    categories: { ...row.categories, traderSize: traderSizeOf(declared.get(row.trader) ?? 0) },
  }));
}

/** What is known of so many made-up honest declarations before models are asked. */
export function generatedFacts(seed: number, declarations: number): readonly Facts[] {
  const options: TradeOptions = { seed, declarations, from: FROM, authorityCountry: 'US', injected: 'none' };
  const reference = loadShippedReference(AUTHORITY);
  return [...generateTrade(options)]
    .map(({ event }) => event)
    .filter(({ eventType }) => eventType === 'lodged')
    .map((event) => factsOf(event, reference));
}

function rowsOf(facts: Facts): LabelledRow[] {
  return facts.event.goodsItems.map((goodsItem) => {
    const context = contextOf(facts, goodsItem);
    const { commodity } = goodsItem;
    const value = statedValue(context);
    const party = facts.event.goodsShipment?.importer ?? facts.event.exporter;
    return {
      ...rowFromFacts(context),
      group: tripleHash(
        commodity?.netNetWeightMeasure?.value ?? '',
        value?.value ?? '',
        commodity?.tariffQuantity?.value ?? '',
      ),
      outcome: 0,
      trader: party?.id ?? party?.name ?? '',
    };
  });
}

/** What an item needs of its facts to be read by the model; the rest is not asked for. */
function factsOf(event: DeclarationEvent, reference: ReferenceData): Facts {
  const instant = event.acceptanceDateTime ?? event.occurredAt ?? instantOf(Date.parse(FROM));
  const day = utcDayOf(Date.parse(instant));
  return {
    schema: WHOLE_FACTS,
    event,
    asOf: { instant, day, source: 'acceptance' },
    arrivedAt: instant,
    authority: AUTHORITY,
    prior: found(
      { events: 0, highestVersion: 0, cancelled: false, lane: unknown('not asked', 'generator') },
      'generator',
    ),
    trader: unknown('not asked', 'generator'),
    countries: {},
    items: event.goodsItems.map((item) => itemFacts(event, item, day, reference)),
  };
}
