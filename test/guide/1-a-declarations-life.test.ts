import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSettings } from '../../services/adapters/config/load-settings.ts';
import { readInput } from '../../services/adapters/input/read-input.ts';
import { createMemoryLicenceRegister } from '../../services/adapters/memory/licence-register.ts';
import { createMemoryTraderHistory } from '../../services/adapters/memory/trader-history-store.ts';
import { loadPolicy } from '../../services/adapters/policy-files/load-policy.ts';
import { loadShippedReference } from '../../services/adapters/reference-files/shipped-reference.ts';
import { assess } from '../../services/risk/assess/assess.ts';
import { explained } from '../../services/risk/audience/reason.ts';
import type { DeclarationEvent } from '../../services/risk/declaration/declaration-event.ts';
import type { Facts } from '../../services/risk/facts/facts.ts';
import { buildNotice } from '../../services/risk/referral/build-notice.ts';
import { buildReferral } from '../../services/risk/referral/build-referral.ts';
import { composeOfflineModels } from '../../services/runtime/compose/models.ts';
import { noCheckpoint } from '../../services/scoring/ports/stream.ts';
import { createGatherStep } from '../../services/scoring/steps/gather-step.ts';

// Chapter 1: a declaration's life.
//
// A declaration becomes an event, the event is joined by facts, facts and policy make an assessment, and an assessment may make a
// referral. That is all. Here each of the four is made by hand, in memory; services/scoring/pipeline.ts does the same on a stream.

const authority = { country: 'US', currency: 'USD', timeZone: 'America/New_York' };
const policy = loadPolicy('config/policy');
const models = await composeOfflineModels(loadSettings({ variables: {}, workingDirectory: process.cwd() }).settings);

// 1. The event. Whatever form a declaration comes in (this one is WCO XML), inside it has one form, checked once: parties, goods
// items, documents under the names of the WCO Data Model; quantities and money as exact decimals in text.
async function readDeclaration(name: string): Promise<DeclarationEvent> {
  const file = join('infra/demo/declarations', name);
  for await (const entry of readInput([{ file, bytes: createReadStream(file) }])) {
    if (entry.kind === 'event') return entry.event;
  }
  throw new Error(`no event in ${file}`);
}

// 2. The facts: everything that is known about it when it is judged. The gather step asks each source once for a whole batch.
// Here there is neither a licence register nor a trader history. What they would say becomes `unknown`, which is an answer too.
async function gatherFacts(event: DeclarationEvent): Promise<Facts> {
  const gather = createGatherStep({
    reference: loadShippedReference(authority),
    licences: createMemoryLicenceRegister(undefined),
    history: createMemoryTraderHistory(undefined),
    models,
    authority,
    checkpoint: noCheckpoint,
  });
  const record = {
    topic: 'customs.declarations',
    partition: 0,
    offset: 0n,
    timestamp: Date.parse('2026-11-20T12:00:00Z'),
    key: null,
    value: null,
    headers: {},
  };
  const [outcome] = await gather([{ record, event, earlier: [] }]);
  if (outcome?.kind !== 'ok') throw new Error('gathering ended the event');
  return outcome.entry.facts;
}

test('a rifle sight goes to Kyrgyzstan by way of Dubai', async () => {
  const event = await readDeclaration('export-thermal-sights.xml');
  expect(event).toMatchObject({
    eventType: 'lodged',
    version: 1,
    exporter: { name: 'Granite Ridge Optics LLC' },
    goodsShipment: { destinationCountryCode: 'KG' },
  });
  expect(event.goodsItems[0]?.commodity?.netNetWeightMeasure).toEqual({ value: '82', unitCode: 'KGM' });

  // A fact is found, absent or unknown, and says where it came from. "Absent" was looked up and is not there; "unknown" was not looked up.
  const facts = await gatherFacts(event);
  expect(facts.items[0]?.highPriority).toMatchObject({
    state: 'found',
    from: expect.stringMatching(/^high-priority@/) as string,
  });
  expect(facts.trader).toEqual({ state: 'unknown', why: 'no trader history is loaded', from: 'history' });

  // 3. The assessment: a pure function of facts and policy. Points are weights of evidence; each names its cause, the values seen,
  // its basis and its sources; the words of everybody who may read it are rendered from them and the rule when somebody reads.
  const assessment = assess(facts, policy);
  expect(assessment.lane).toBe('red');
  const detour = explained(assessment, policy).findings.find(({ id }) => id === 'route-through-hub-off-the-way');
  expect(detour).toMatchObject({
    result: 'hit',
    family: 'route',
    reason: { inspector: expect.stringContaining('goes through AE, which is not on the way') as string },
  });

  // What could not be checked is a finding as well, never a quiet miss: without a history nobody can say what is new to a trader.
  const newToGoods = assessment.items[0]?.findings.find(({ id }) => id === 'trader-new-to-goods');
  expect(newToGoods?.result).toBe('unknown');

  // 4. The referral: what an inspector needs to act. It holds nothing that is for analysts only.
  const referral = buildReferral(facts, assessment, policy)!;
  expect(referral).toMatchObject({ lane: 'red', direction: 'export', deadline: expect.any(String) as string });
  expect(referral.documentsToAskFor.map(({ code }) => code)).toContain('N705');
  expect(referral.whatToLookFor.join('\n')).toContain(
    'Ask for the transport documents of each leg and why the goods go this way',
  );

  // The trader is told nothing: a notice of a red lane would be a warning. Policy decides that, in lanes.yaml.
  expect(buildNotice(facts, assessment, policy)).toBeUndefined();
});

test('coffee passes, and its trader is told that it is released', async () => {
  const facts = await gatherFacts(await readDeclaration('import-coffee.xml'));
  const assessment = assess(facts, policy);
  expect(assessment.lane).toBe('green');
  expect(buildReferral(facts, assessment, policy)).toBeUndefined();
  expect(buildNotice(facts, assessment, policy)).toMatchObject({ kind: 'released' });
});
