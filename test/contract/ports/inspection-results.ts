import { expect, test } from 'vitest';
import type { AuditStore } from '../../../services/audit/ports/audit-store.ts';
import type { InspectionResults } from '../../../services/feedback/ports/inspection-results.ts';
import { day, instant } from '../../harness/checked.ts';
import { decided, irregular, item, onRecord, outcomeOf } from './on-record.ts';

const CONTROL = 'control-without-licence';

/** The results, and the store of audit that they are of. */
export interface InspectionBooks {
  readonly store: AuditStore;
  readonly results: InspectionResults;
}

/** What must be told of inspections, joined to what had been said; each test gets an empty store, of an authority in London. */
export function inspectionResultsContract(open: () => Promise<InspectionBooks>): void {
  test('given outcomes of every kind, when they are recorded, then each hit is told as confirmed, otherwise wrong or false, and each declaration by its lane', async () => {
    const { store, results } = await open();
    const ids = await Promise.all(
      ['control-unanswered', 'control-unanswered', 'control-unanswered', 'control-unanswered'].map((name) =>
        onRecord(store, name),
      ),
    );
    const written = await store.recordOutcomes([
      outcomeOf(ids[0]!, [irregular(CONTROL)]),
      outcomeOf(ids[1]!, [irregular()]),
      outcomeOf(ids[2]!, [item({})], { officeId: undefined as never }),
      outcomeOf(ids[3]!, [item({ result: 'notInspected' })]),
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

  test('given an outcome, when another comes under its id, then the first stands', async () => {
    const { store, results } = await open();
    const first = outcomeOf(await onRecord(store, 'control-unanswered'), [irregular(CONTROL)]);
    for (const outcome of [first, { ...first, items: [item({})] }]) await store.recordOutcomes([outcome]);
    const counts = { rule: CONTROL, confirmed: 1, otherwise: 0, falseAlarm: 0 };
    expect((await results.byRule({})).filter(({ rule }) => rule === CONTROL)).toEqual([counts]);
  });

  test('given a later outcome that finds what the first did not, when the report is made, then the hit counts once, as confirmed', async () => {
    const { store, results } = await open();
    const id = await onRecord(store, 'control-unanswered');
    await store.recordOutcomes([outcomeOf(id, [item({})])]);
    await store.recordOutcomes([outcomeOf(id, [irregular(CONTROL)], { inspectedAt: instant('2026-11-22T09:00:00Z') })]);
    expect((await results.byRule({})).find(({ rule }) => rule === CONTROL)).toEqual({
      rule: CONTROL,
      confirmed: 1,
      otherwise: 0,
      falseAlarm: 0,
    });
  });

  test('given rules that read a model, when their goods are inspected, then the model has its own count', async () => {
    const { store, results } = await open();
    const id = await onRecord(store, 'coffee-machines-exported-as-valves-beyond-doubt');
    const rule = decided('coffee-machines-exported-as-valves-beyond-doubt').items[0]!.findings.find(
      ({ sources, result }) => result === 'hit' && sources.some((source) => source.startsWith('models/classification')),
    )!.id;
    await store.recordOutcomes([outcomeOf(id, [irregular(rule)])]);
    expect(await results.byModel({})).toEqual(
      expect.arrayContaining([expect.objectContaining({ model: 'classification', confirmed: 1 })]),
    );
  });

  test('given a cancellation and an outcome of a declaration that nobody judged, when covered outcomes are counted, then it is told as unmatched', async () => {
    const { store, results } = await open();
    await store.recordOutcomes([outcomeOf(await onRecord(store, 'control-unanswered'), [irregular()])]);
    await store.recordOutcomes([outcomeOf('26GB00000000000NONE', [irregular()])]);
    expect(await results.coverage({})).toEqual({ outcomes: 2, unmatched: 1 });
  });

  test("given days, when the report is made, then they are the authority's, both included", async () => {
    const { store, results } = await open();
    const id = await onRecord(store, 'control-unanswered');
    await store.recordOutcomes([outcomeOf(id, [irregular(CONTROL)], { inspectedAt: instant('2026-06-30T23:30:00Z') })]);
    const confirmed = async (from: string, to: string): Promise<number> =>
      (await results.byRule({ from: day(from), to: day(to) })).find(({ rule }) => rule === CONTROL)?.confirmed ?? 0;
    expect([await confirmed('2026-07-01', '2026-07-01'), await confirmed('2026-06-30', '2026-06-30')]).toEqual([1, 0]);
  });
}
