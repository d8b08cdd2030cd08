import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withholdAborted } from '../../../services/adapters/kafka/committed/aborted-records.ts';
import { ABORT, COMMIT, consumed, type LogEvent, writeLog } from './transactional-log.ts';

const record = (producer: number, key?: Buffer): LogEvent => ({ producer, kind: 'record', ...(key && { key }) });
const abort = (producer: number): LogEvent => ({ producer, kind: 'abort' });
const commit = (producer: number): LogEvent => ({ producer, kind: 'commit' });

/** Three writers of one partition, open at once, of which the last to begin is the first to be aborted: what a rebalance leaves. */
const OPEN_AT_ONCE = writeLog([
  record(1),
  record(2),
  record(3),
  record(4),
  abort(3),
  abort(2),
  record(1),
  abort(1),
  commit(4),
]);

const whole = (log: typeof OPEN_AT_ONCE) => log.fetch(0, log.messages.length);

describe('records of aborted transactions, before a consumer', () => {
  test('given several transactions of a partition open at once and aborted, then only what was committed is consumed', () => {
    expect(consumed(withholdAborted(whole(OPEN_AT_ONCE))).offsets).toEqual(OPEN_AT_ONCE.committed);
  });

  test('given the same, then kafkajs as published shows aborted records: should it ever not, this project needs no mending of it', () => {
    expect(consumed(whole(OPEN_AT_ONCE)).offsets).toEqual(
      expect.arrayContaining(['0', '1', ...OPEN_AT_ONCE.committed]),
    );
  });

  test('given an aborted record whose key is the bytes of an abort marker, then neither it nor what follows it is consumed', () => {
    const log = writeLog([record(1), record(1, ABORT), record(1), abort(1), record(1), commit(1)]);
    expect(consumed(withholdAborted(whole(log))).offsets).toEqual(log.committed);
    expect(consumed(whole(log)).offsets, 'as published').toEqual(['1', '2', ...log.committed]);
  });

  test('given a committed record with such a key, then it is consumed, whatever was aborted beside it', () => {
    const log = writeLog([record(2), record(1, ABORT), record(1, COMMIT), record(2), commit(1), abort(2)]);
    expect(consumed(withholdAborted(whole(log))).offsets).toEqual(log.committed);
    expect(log.committed).toHaveLength(2);
  });

  test('given an answer of aborted records alone, then the position moves past them', () => {
    const log = writeLog([record(1), record(2), record(1), abort(2), abort(1)]);
    expect(consumed(withholdAborted(log.fetch(0, 3)))).toEqual({ offsets: [], last: '2' });
  });

  test('given records of no transaction, or of the format before transactions, then they are consumed', () => {
    const older = { offset: '1', key: null, isControlRecord: false };
    const plain = {
      ...older,
      offset: '0',
      batchContext: { producerId: '1', inTransaction: false, isControlBatch: false },
    };
    expect(consumed(withholdAborted({ ...whole(OPEN_AT_ONCE), messages: [plain, older] })).offsets).toEqual(['0', '1']);
  });

  test('given any transactions of six writers and any part of the partition, then what was committed is consumed, and nothing else', () => {
    const event = fc.record({
      producer: fc.integer({ min: 1, max: 6 }),
      kind: fc.constantFrom('record', 'record', 'record', 'commit', 'abort'),
      key: fc.constantFrom(ABORT, COMMIT, Buffer.from('26GB1')),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.nat(60), fc.nat(60), (events, a, b) => {
        const log = writeLog([...(events as LogEvent[]), ...[1, 2, 3, 4, 5, 6].map(commit)]);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const expected = log.committed
          .filter((offset) => Number(offset) >= from && Number(offset) < to)
          .sort((x, y) => Number(x) - Number(y));
        if (from < Math.min(to, log.messages.length))
          expect(consumed(withholdAborted(log.fetch(from, to)), from).offsets).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});
