import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { createPostgresAuditStore } from '../../../services/adapters/postgres/audit-store.ts';
import { openDatabase } from '../../../services/adapters/postgres/database.ts';
import { createPostgresInspectionResults } from '../../../services/adapters/postgres/inspection-results.ts';
import { migrate, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import type { RecordedAssessment } from '../../../services/audit/ports/audit-store.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import type { Facts } from '../../../services/risk/facts/facts.ts';
import type { ItemOutcome, Outcome } from '../../../services/risk/messages/outcome.ts';
import { recordFacts } from '../../../services/risk/record/recorded-facts.ts';
import { decisions } from '../../golden/decisions.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';

const { url } = await postgresForTests();
const database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });
const store = createPostgresAuditStore(database);
const results = createPostgresInspectionResults(database, 'Europe/London');
const policy = loadPolicy('config/policy');
const { declarationEvent } = createCodecs();

/** Puts a decision on record, of a declaration of its own. */
async function onRecord(name: string): Promise<string> {
  const declarationId = `26GB${randomUUID().slice(0, 14).toUpperCase()}`;
  const { facts: decided } = decisions[name]!;
  const facts: Facts = { ...decided, event: { ...decided.event, declarationId, eventId: randomUUID() } };
  const assessment = assess(facts, policy);
  const recorded = recordFacts(facts, declarationEvent.encode(facts.event));
  const entry: RecordedAssessment = {
    record: { ...assessment, ...recorded, input: { topic: 't', partition: 0, offset: 1 } },
    assessment: JSON.stringify(assessment),
    contentHash: randomUUID(),
    recordedAt: facts.arrivedAt,
  };
  await store.record([entry], 't/0@1');
  return declarationId;
}

const item = (over: Partial<ItemOutcome>): ItemOutcome => ({
  sequenceNumber: 1,
  result: 'conforming',
  irregularities: [],
  disposition: 'released',
  confirmedFindings: [],
  ...over,
});
const found = (declarationId: string, items: readonly ItemOutcome[], over: Partial<Outcome> = {}): Outcome => ({
  outcomeId: randomUUID(),
  declarationId,
  version: 1,
  inspection: 'physical',
  inspectedAt: '2026-11-21T09:00:00Z',
  recordedAt: '2026-11-22T08:00:00Z',
  officeId: 'GB000060',
  recordedBy: 'officer-7',
  disposition: 'released',
  items,
  ...over,
});
const irregular = (...confirmedFindings: string[]): ItemOutcome =>
  item({ result: 'irregular', irregularities: ['licence'], confirmedFindings });

const CONTROL = 'control-without-licence';

beforeAll(async () => {
  await migrate(database, await readMigrations(join(import.meta.dirname, '../../../infra/migrations')));
});
afterAll(() => database.close());

describe('what inspections found, joined to what had been said', () => {
  test('given outcomes of every kind, when they are recorded, then each hit is told as confirmed, otherwise wrong or false, and each declaration by its lane', async () => {
    const ids = await Promise.all(
      ['control-unanswered', 'control-unanswered', 'control-unanswered', 'control-unanswered'].map(onRecord),
    );
    const written = await store.recordOutcomes([
      found(ids[0]!, [irregular(CONTROL)]),
      found(ids[1]!, [irregular()]),
      found(ids[2]!, [item({})], { officeId: undefined as never }),
      found(ids[3]!, [item({ result: 'notInspected' })]),
    ]);
    expect(written.findings.filter(({ rule }) => rule === CONTROL)).toEqual(
      expect.arrayContaining([
        { rule: CONTROL, verdict: 'confirmed', times: 1 },
        { rule: CONTROL, verdict: 'otherwise', times: 1 },
        { rule: CONTROL, verdict: 'falseAlarm', times: 1 },
      ]),
    );
    expect(written.declarations).toEqual(
      expect.arrayContaining([
        { lane: 'red', result: 'irregular', times: 2 },
        { lane: 'red', result: 'conforming', times: 1 },
      ]),
    );
    expect((await results.byRule({})).find(({ rule }) => rule === CONTROL)).toEqual({
      rule: CONTROL,
      confirmed: 1,
      otherwise: 1,
      falseAlarm: 1,
    });
    const offices = (await results.byOffice({})).filter(({ rule }) => rule === CONTROL);
    expect(offices).toEqual([
      { rule: CONTROL, office: 'GB000060', confirmed: 1, otherwise: 1, falseAlarm: 0 },
      { rule: CONTROL, confirmed: 0, otherwise: 0, falseAlarm: 1 },
    ]);
    expect(await results.byLane({})).toEqual([{ lane: 'red', inspected: 3, irregular: 2 }]);
  });

  test('given the same outcome again, when it is recorded, then it counts for nothing', async () => {
    const outcome = found(await onRecord('control-unanswered'), [irregular(CONTROL)]);
    await store.recordOutcomes([outcome]);
    expect(await store.recordOutcomes([outcome])).toMatchObject({
      written: 0,
      repeated: 1,
      findings: [],
      declarations: [],
    });
  });

  test('given a later outcome that finds what the first did not, when the report is made, then the hit counts once, as confirmed', async () => {
    const before = (await results.byRule({})).find(({ rule }) => rule === CONTROL)!;
    const id = await onRecord('control-unanswered');
    await store.recordOutcomes([found(id, [item({})])]);
    await store.recordOutcomes([found(id, [irregular(CONTROL)], { inspectedAt: '2026-11-22T09:00:00Z' })]);
    expect((await results.byRule({})).find(({ rule }) => rule === CONTROL)).toEqual({
      ...before,
      confirmed: before.confirmed + 1,
    });
  });

  test('given rules that read a model, when their goods are inspected, then the model has its own count', async () => {
    const id = await onRecord('coffee-machines-exported-as-valves-beyond-doubt');
    const rule = assess(
      decisions['coffee-machines-exported-as-valves-beyond-doubt']!.facts,
      policy,
    ).items[0]!.findings.find(
      ({ sources, result }) => result === 'hit' && sources.some((source) => source.startsWith('models/classification')),
    )!.id;
    await store.recordOutcomes([found(id, [irregular(rule)])]);
    expect(await results.byModel({})).toEqual(
      expect.arrayContaining([expect.objectContaining({ model: 'classification', confirmed: 1 })]),
    );
  });

  test('given a cancellation and an outcome of a declaration that nobody judged, when covered outcomes are counted, then it is told as unmatched', async () => {
    const { unmatched } = await results.coverage({});
    await store.recordOutcomes([found('26GB00000000000NONE', [irregular()])]);
    expect((await results.coverage({})).unmatched).toBe(unmatched + 1);
  });

  test("given days, when the report is made, then they are the authority's, both included", async () => {
    const id = await onRecord('control-unanswered');
    await store.recordOutcomes([found(id, [irregular(CONTROL)], { inspectedAt: '2026-06-30T23:30:00Z' })]);
    const confirmed = async (from: string, to: string): Promise<number> =>
      (await results.byRule({ from, to })).find(({ rule }) => rule === CONTROL)?.confirmed ?? 0;
    expect([await confirmed('2026-07-01', '2026-07-01'), await confirmed('2026-06-30', '2026-06-30')]).toEqual([1, 0]);
  });
});
