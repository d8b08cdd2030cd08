import { expect, test } from 'vitest';
import type { RecordedAssessment } from '../../../services/audit/ports/audit-store.ts';
import { type AuditDeps, createAssessmentRecorder } from '../../../services/audit/record-assessments.ts';
import type { AssessmentRecord } from '../../../services/risk/messages/assessment.ts';

const cancelled = {
  kind: 'lifecycle',
  assessmentId: 'a',
  declarationId: '26GB7XQ1LV0KZP4RA3',
  score: 0,
  versions: { factsSchema: 1 },
  event: Buffer.alloc(1),
  facts: Buffer.alloc(1),
  factsHash: 'hash',
  input: { topic: 'declarations', partition: 0, offset: 1 },
} as unknown as AssessmentRecord;
const unread: AuditDeps['events'] = { decode: () => expect.fail('the facts of a cancellation are not read') };

test('given a cancellation, when it is recorded, then no trader is counted for it, and what is kept as the decision is that alone', async () => {
  const kept: RecordedAssessment[] = [];
  const store = {
    record: (batch: readonly RecordedAssessment[]) =>
      Promise.resolve({ written: kept.push(...batch), repeated: 0, conflicting: [] }),
    recordOutcomes: () => expect.fail('no outcomes'),
  };
  const reports: unknown[] = [];
  const record = createAssessmentRecorder({
    decode: () => cancelled,
    events: unread,
    store,
    observe: (report) => reports.push(report),
    now: () => 5_000,
  });
  await record([
    { topic: 'assessments', partition: 3, offset: 7n, timestamp: 2_000, value: Buffer.from('bytes') },
    { topic: 'assessments', partition: 3, offset: 8n, timestamp: 3_000, value: null },
  ]);
  expect(kept).toMatchObject([{ recordedAt: '1970-01-01T00:00:02Z' }]);
  expect(kept[0]!.counts).toBeUndefined();
  expect(JSON.parse(kept[0]!.assessment)).toEqual({
    kind: 'lifecycle',
    assessmentId: 'a',
    declarationId: '26GB7XQ1LV0KZP4RA3',
    score: 0,
    versions: { factsSchema: 1 },
  });
  expect(reports).toEqual([{ written: 1, repeated: 0, conflicting: [], records: 2, lagSeconds: 2 }]);
});
