import { describe, expect, test } from 'vitest';
import {
  longestStandstill,
  type Standstills,
  standstills,
} from '../../../services/adapters/kafka/committed/standing-still.ts';

const NONE: Standstills = new Map();
const at = (...offsets: number[]): ReadonlyMap<number, bigint> =>
  new Map(offsets.map((offset, partition) => [partition, BigInt(offset)]));

describe('a transaction that hangs', () => {
  test('given a stable offset that stays below the end while that grows, when it is looked at again, then the time counts from the first look', () => {
    const first = standstills(NONE, at(7, 3), at(9, 3), 1_000);
    const second = standstills(first, at(7, 3), at(12, 3), 61_000);
    expect([longestStandstill(first, 1_000), longestStandstill(second, 61_000)]).toEqual([0, 60_000]);
  });

  test('given transactions that come and go, when a later one is open at each look, then nothing stands still', () => {
    const looks = [10, 20, 30].reduce(
      (before, stable) => standstills(before, at(stable), at(stable + 5), stable * 1_000),
      NONE,
    );
    expect(longestStandstill(looks, 30_000)).toBe(0);
  });

  test('given one that was aborted at last, then it is forgotten, and the next one counts anew', () => {
    const hung = standstills(NONE, at(7), at(9), 0);
    const closed = standstills(hung, at(10), at(10), 90_000);
    expect(longestStandstill(closed, 90_000)).toBe(0);
    expect(longestStandstill(standstills(closed, at(10), at(12), 95_000), 99_000)).toBe(4_000);
  });

  test('given several partitions, then the one that stands longest counts', () => {
    const first = standstills(NONE, at(7, 3), at(9, 3), 0);
    expect(longestStandstill(standstills(first, at(7, 3), at(9, 8), 30_000), 50_000)).toBe(50_000);
  });

  test('given a partition that only one of two answers names, then it holds nothing open', () => {
    expect(longestStandstill(standstills(NONE, at(7, 3), at(7), 0), 9_000)).toBe(0);
  });
});
