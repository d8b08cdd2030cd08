import { expect, test } from 'vitest';
import { serviceLog } from '../../../services/runtime/service-log.ts';
import type { Ended } from '../../../services/scoring/flow/flow.ts';
import type { SkipReason } from '../../../services/scoring/flow/step.ts';

const ID = '3f1b8c1e-8f3e-5a61-9b4f-0a4a6a4f5b11';

test.each(['audited', 'outcomes'] as const)(
  'given what audit wrote (%s) conflicts with the record, then the log names the id and the code of the runbook',
  (kind) => {
    const lines: unknown[] = [];
    const say = serviceLog((event, fields) => lines.push({ event, ...fields }));
    const report = {
      written: 1,
      repeated: 0,
      conflicting: [ID],
      findings: [],
      declarations: [],
      refused: [],
      records: 2,
      lagSeconds: 0,
    };
    say({ kind, report });
    expect(lines).toEqual([{ event: 'audit.conflict', code: 'TDW_AUDIT_CONFLICT', eventId: ID }]);
  },
);

test('given an outcome that is none, then the log names its code and where it stands', () => {
  const lines: unknown[] = [];
  const say = serviceLog((event, fields) => lines.push({ event, ...fields }));
  say({
    kind: 'outcomes',
    report: {
      written: 0,
      repeated: 0,
      conflicting: [],
      findings: [],
      declarations: [],
      refused: [{ code: 'TDW_OUTCOMES_MALFORMED', partition: 2, offset: 7n }],
    },
  });
  expect(lines).toEqual([{ event: 'audit.refused', code: 'TDW_OUTCOMES_MALFORMED', partition: 2, offset: 7n }]);
});

test('given skipped records, then the log tells one that says something else from one that repeats', () => {
  const lines: unknown[] = [];
  const say = serviceLog((event, fields) => lines.push({ event, ...fields }));
  const skipped = (offset: bigint, reason: SkipReason): Ended => ({
    kind: 'skip',
    step: 'claim',
    reason,
    entry: { record: { topic: 't', partition: 1, offset, timestamp: 0, key: null, value: null, headers: {} } },
  });
  say({
    kind: 'batch',
    report: {
      good: [],
      ended: [skipped(4n, 'duplicate'), skipped(5n, 'conflicting')],
      times: [],
      records: 2,
      deadLetters: 0,
      referrals: [],
    },
  });
  expect(lines.slice(0, 2)).toEqual([
    { event: 'event.duplicate', partition: 1, offset: 4n },
    { event: 'event.conflicting', partition: 1, offset: 5n },
  ]);
});

test('given records that left a log unread, or a log that was replaced, then the line has the code of the runbook, topic, partition and range', () => {
  const lines: unknown[] = [];
  const say = serviceLog((event, fields) => lines.push({ event, ...fields }));
  const place = { topic: 'customs.declarations', partition: 3 };
  say({ kind: 'consumer', service: 'scoring', event: { kind: 'recordsLost', ...place, from: 12n, to: 60n } });
  say({ kind: 'consumer', service: 'audit', event: { kind: 'logReplaced', ...place, from: 7n, start: 0n } });
  expect(lines).toEqual([
    { event: 'partition.recordsLost', code: 'TDW_KAFKA_RECORDS_LOST', part: 'scoring', ...place, from: 12n, to: 60n },
    { event: 'partition.logReplaced', code: 'TDW_KAFKA_LOG_REPLACED', part: 'audit', ...place, from: 7n, offset: 0n },
  ]);
});
