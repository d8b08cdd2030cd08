import { describe, expect, test } from 'vitest';
import type { PartitionProgress } from '../../../services/adapters/kafka/progress/read-progress.ts';
import { Standstills } from '../../../services/adapters/kafka/progress/standstills.ts';
import { progressStatus } from '../../../services/adapters/readiness/consumer-check.ts';

const at = (partition: number, next: bigint, end: bigint): PartitionProgress => ({
  topic: 'customs.declarations',
  partition,
  start: 0n,
  end,
  next,
  unanswered: Number(end - next),
  gaps: [],
});

describe('a partition stands still', () => {
  test('given records that wait longer than they may, then it does, though the others go on', () => {
    const standstills = new Standstills(60_000);
    expect(standstills.look([at(0, 5n, 9n), at(1, 5n, 9n)], 0)).toEqual([]);
    expect(standstills.look([at(0, 5n, 9n), at(1, 6n, 9n)], 59_000)).toEqual([]);
    expect(standstills.look([at(0, 5n, 20n), at(1, 7n, 9n)], 60_000)).toEqual([
      { topic: 'customs.declarations', partition: 0, unanswered: 15, since: 0 },
    ]);
  });
  test('given one that moves, or is read to its end, then the time begins anew', () => {
    const standstills = new Standstills(60_000);
    standstills.look([at(0, 5n, 9n), at(1, 5n, 9n)], 0);
    standstills.look([at(0, 6n, 9n), at(1, 9n, 9n)], 50_000);
    expect(standstills.look([at(0, 6n, 9n), at(1, 9n, 10n)], 70_000)).toEqual([]);
    expect(standstills.look([at(0, 6n, 9n)], 110_000).map(({ since }) => since)).toEqual([50_000]);
  });
  test('given one whose log was made anew, then it is another place', () => {
    const standstills = new Standstills(60_000);
    standstills.look([at(0, 5n, 9n)], 0);
    expect(standstills.look([at(0, 0n, 2n)], 60_000)).toEqual([]);
  });
});

describe('readiness by progress', () => {
  test('given none that stands still, then ready', () => expect(progressStatus([])).toEqual({ status: 'ok' }));
  test('given several, then the longest is named with its topic and since when, and the others are counted', () => {
    const still = { topic: 'customs.declarations', unanswered: 12 };
    const standing = [
      { ...still, partition: 3, since: Date.parse('2026-11-22T08:00:00Z') },
      { ...still, partition: 1, since: Date.parse('2026-11-22T08:01:00Z') },
    ];
    expect(progressStatus(standing)).toEqual({
      status: 'failing',
      reason:
        'partition 3 of customs.declarations stands still since 2026-11-22T08:00:00.000Z before 12 records; 1 more stand still',
    });
  });
});
