import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningIn, commitOf, type Log, placeOf } from '../../../services/adapters/kafka/progress/place-in-log.ts';
import type { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';

const [ID, OTHER] = ['a'.repeat(32), 'b'.repeat(32)];
const log = (start: bigint, end: bigint): Log => ({ id: ID, start, end });

describe('where a group goes on reading a log', () => {
  test("given nothing committed and nothing known, then at the log's start, and nothing is told", () => {
    expect(beginningIn(log(7n, 20n), undefined, undefined)).toEqual({ next: 7n, gaps: [] });
  });
  test('given a place within the log, its end included, then there', () => {
    for (const next of [7n, 12n, 20n])
      expect(beginningIn(log(7n, 20n), { next, log: ID }, undefined)).toEqual({ next, gaps: [] });
  });
  test('given a log that begins behind the place, then at its start, and exactly the records between are told', () => {
    expect(beginningIn(log(60n, 90n), { next: 12n, log: ID }, undefined)).toEqual({
      next: 60n,
      gaps: [{ kind: 'recordsLost', from: 12n, to: 60n }],
    });
  });
  test('given the log of a topic made anew, even one that is longer than the one before, then at its start', () => {
    const replaced = { kind: 'logReplaced', from: 12n, start: 0n };
    expect(beginningIn(log(0n, 90n), { next: 12n, log: OTHER }, undefined)).toEqual({ next: 0n, gaps: [replaced] });
    expect(beginningIn(log(5n, 90n), { next: 12n, log: OTHER }, undefined).gaps).toEqual([
      { ...replaced, start: 5n },
      { kind: 'recordsLost', from: 0n, to: 5n },
    ]);
  });
  test("given a topic that took the group's record with it, then what this process knew of the group is told", () => {
    expect(beginningIn(log(0n, 4n), undefined, { next: 12n, log: OTHER })).toEqual({
      next: 0n,
      gaps: [{ kind: 'logReplaced', from: 12n, start: 0n }],
    });
  });
  test("given a place that an earlier release committed, without the log's id, then only an end before it tells of another log", () => {
    expect(beginningIn(log(0n, 4n), { next: 12n }, undefined).gaps).toEqual([
      { kind: 'logReplaced', from: 12n, start: 0n },
    ]);
    expect(beginningIn(log(0n, 40n), { next: 12n }, undefined)).toEqual({ next: 12n, gaps: [] });
  });
  test('given the same log, shorter than what was read of it, as after an election among brokers that lag, then nothing is read again', () => {
    const shorter = (): unknown => beginningIn(log(0n, 4n), { next: 12n, log: ID }, undefined);
    expect(shorter).toThrow(expect.objectContaining({ code: 'TDW_KAFKA_LOG_SHORTER' }) as TidewaiterError);
  });
  test('given any log and place, then reading begins within the log, and every record between the place and that point is told', () => {
    const offset = fc.bigInt(0n, 50n);
    fc.assert(
      fc.property(offset, offset, offset, fc.constantFrom(ID, OTHER, undefined), (start, length, next, id) => {
        fc.pre(id !== ID || next <= start + length);
        const { next: at, gaps } = beginningIn(log(start, start + length), { next, log: id }, undefined);
        expect(at >= start && at <= start + length).toBe(true);
        if (at !== next) expect(gaps.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("the group's record of a place", () => {
  test('given a negative offset, as kafkajs commits it, then it is none; and none is ever committed', () => {
    for (const offset of ['-1', '-2']) expect(placeOf({ offset, metadata: null })).toBeUndefined();
    expect(() => commitOf({ next: -2n, log: ID })).toThrow(RangeError);
  });
  test("given a place, when it was committed and is read, then it is the same; other metadata than a log's id is none", () => {
    expect(placeOf(commitOf({ next: 7n, log: ID }))).toEqual({ next: 7n, log: ID });
    expect(placeOf({ offset: '7', metadata: 'by hand' })).toEqual({ next: 7n, log: undefined });
  });
});
