import { describe, expect, test } from 'vitest';
import type { AuditStore } from '../../../services/audit/ports/audit-store.ts';
import { instant } from '../../harness/checked.ts';
import { irregular, onRecord, outcomeOf, recorded } from './on-record.ts';

const NAME = 'control-unanswered';

/** What every store of audit must do; each test gets an empty one. */
export function auditStoreContract(open: () => Promise<AuditStore>): void {
  test('given assessments that are new, when they are recorded, then each is written', async () => {
    const store = await open();
    expect(await store.record([recorded(NAME), recorded(NAME)], 't/0@1')).toEqual({
      written: 2,
      repeated: 0,
      conflicting: [],
    });
  });

  test('given an assessment on record, when it is read again from its topic, then it is repeated, and what is new beside it is written', async () => {
    const store = await open();
    const first = recorded(NAME);
    await store.record([first], 't/0@1');
    expect(await store.record([first, recorded(NAME)], 't/0@2')).toEqual({ written: 1, repeated: 1, conflicting: [] });
  });

  test('given an assessment on record, when another content comes under its id, then the id is told, and the first stands', async () => {
    const store = await open();
    const first = recorded(NAME);
    await store.record([first], 't/0@1');
    const other = { ...first, contentHash: 'another' };
    const told = { written: 0, repeated: 0, conflicting: [first.record.assessmentId] };
    expect(await store.record([other], 't/0@2')).toEqual(told);
    expect(await store.record([first], 't/0@3')).toMatchObject({ repeated: 1, conflicting: [] });
  });

  test('given nothing, when it is recorded, then nothing is written', async () => {
    const store = await open();
    expect(await store.record([], 't/0@1')).toEqual({ written: 0, repeated: 0, conflicting: [] });
    expect(await store.recordOutcomes([])).toMatchObject({ written: 0, repeated: 0, conflicting: [] });
  });

  describe('outcomes', () => {
    test('given an outcome, when its file is recorded again later, then it stands once and nothing conflicts', async () => {
      const store = await open();
      const first = outcomeOf('26GB7XQ1LV0KZP4RA3', []);
      expect(await store.recordOutcomes([first])).toMatchObject({ written: 1, repeated: 0, conflicting: [] });
      const later = { ...first, recordedAt: instant('2026-11-23T08:00:00Z') };
      expect(await store.recordOutcomes([later])).toMatchObject({ written: 0, repeated: 1, conflicting: [] });
    });

    test('given an outcome, when another comes under its id, then the id is told', async () => {
      const store = await open();
      const first = outcomeOf('26GB7XQ1LV0KZP4RA3', []);
      await store.recordOutcomes([first]);
      const others = [{ ...first, disposition: 'seized' as const }, outcomeOf('26GB7XQ1LV0KZP4RA3', [])];
      const told = { written: 1, repeated: 0, conflicting: [first.outcomeId] };
      expect(await store.recordOutcomes(others)).toMatchObject(told);
    });

    test('given outcomes of what is on record, when they are written, then hits and lanes are told once, and not again', async () => {
      const store = await open();
      const outcome = outcomeOf(await onRecord(store, NAME), [irregular('control-without-licence')]);
      const told = await store.recordOutcomes([outcome]);
      expect(told.findings).toEqual([{ rule: 'control-without-licence', verdict: 'confirmed', times: 1 }]);
      expect(told.declarations).toEqual([{ lane: 'red', result: 'irregular', times: 1 }]);
      expect(await store.recordOutcomes([outcome])).toMatchObject({ repeated: 1, findings: [], declarations: [] });
    });
  });
}
