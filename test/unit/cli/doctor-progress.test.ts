import { describe, expect, test } from 'vitest';
import type { GroupProgress, PartitionProgress } from '../../../services/adapters/kafka/progress/read-progress.ts';
import { diagnoseProgress, type SeenProgress } from '../../../services/cli/commands/doctor/checks/diagnose-progress.ts';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const HOUR = 3_600_000;
const LIMITS = { service: 'scoring', retentionMs: 24 * HOUR, standstillAfterMs: 120_000, now: NOW } as const;
const TOPIC = 'customs.declarations';

const partition = (number: number, next: bigint, end: bigint, start = 0n): PartitionProgress => ({
  topic: TOPIC,
  partition: number,
  start,
  end,
  next,
  unanswered: Number(end - next),
  gaps: [],
});

function progress(partitions: readonly PartitionProgress[], waitedMs?: number): GroupProgress {
  const records = partitions.reduce((sum, { unanswered }) => sum + unanswered, 0);
  return { partitions, records, ...(waitedMs !== undefined && { oldest: NOW - waitedMs }) };
}

function seen(
  now: GroupProgress,
  before: GroupProgress = now,
  held: readonly number[] = [0, 1],
  members = 2,
): SeenProgress {
  return {
    group: {
      state: members === 0 ? 'Empty' : 'Stable',
      members,
      held: new Set(held.map((number) => `${TOPIC}/${number}`)),
    },
    before,
    progress: now,
  };
}

describe("what doctor says of a group's progress", () => {
  test('given all answered, then the group, its members and partitions are told', () => {
    expect(diagnoseProgress(seen(progress([partition(0, 9n, 9n), partition(1, 4n, 4n)])), LIMITS)).toEqual({
      status: 'ok',
      says: 'group Stable, 2 members, 2 partitions, 2 of them held, 0 records wait',
    });
  });
  test('given records that wait and move, then they are told by partition, and nothing is wrong', () => {
    const found = diagnoseProgress(
      seen(
        progress([partition(0, 5n, 9n), partition(1, 4n, 20n)], HOUR),
        progress([partition(0, 1n, 9n), partition(1, 2n, 20n)], HOUR),
      ),
      LIMITS,
    );
    expect(found).toEqual({
      status: 'ok',
      says: `group Stable, 2 members, 2 partitions, 2 of them held, 20 records wait (16 in partition 1 of ${TOPIC}, 4 in partition 0 of ${TOPIC})`,
    });
  });
  test('given one partition of two that does not move, and records older than they may be, then it stands still', () => {
    const found = diagnoseProgress(
      seen(
        progress([partition(0, 5n, 9n), partition(1, 4n, 20n)], HOUR),
        progress([partition(0, 5n, 9n), partition(1, 2n, 20n)], HOUR),
      ),
      LIMITS,
    );
    expect(found).toMatchObject({
      status: 'fail',
      says: expect.stringMatching(/^stands still: partition 0 of customs.declarations; group/) as string,
    });
  });
  test('given records that have just come, then a partition that has not moved yet is no fault', () => {
    expect(diagnoseProgress(seen(progress([partition(0, 5n, 9n)], 1_000)), LIMITS).status).toBe('ok');
  });
  test('given records in a partition that no member holds, then nobody reads it; while the group is shared out anew that is no fault', () => {
    const waiting = seen(progress([partition(0, 9n, 9n), partition(1, 4n, 20n)], 1_000), undefined, [0], 1);
    expect(diagnoseProgress(waiting, LIMITS)).toMatchObject({
      status: 'fail',
      says: expect.stringMatching(/nobody reads partition 1 of/) as string,
    });
    expect(
      diagnoseProgress({ ...waiting, group: { ...waiting.group, state: 'PreparingRebalance' } }, LIMITS).status,
    ).toBe('ok');
    expect(diagnoseProgress(seen(progress([partition(1, 4n, 20n)], 1_000), undefined, [], 0), LIMITS).status).toBe(
      'fail',
    );
  });
  test('given records that have left the log unread, then exactly which', () => {
    const gaps = [{ kind: 'recordsLost', from: 12n, to: 60n }] as const;
    expect(diagnoseProgress(seen(progress([{ ...partition(1, 60n, 60n, 60n), gaps }])), LIMITS)).toMatchObject({
      status: 'fail',
      says: expect.stringMatching(
        /^partition 1 of customs.declarations: records 12 to 59 left the log unread; /,
      ) as string,
    });
  });
  test('given records that have waited for more than half of their retention, or a log that begins close behind what was read, then it warns before they are lost', () => {
    const moving = (one: PartitionProgress, waited: number): SeenProgress =>
      seen(progress([one], waited), progress([{ ...one, next: one.next - 1n }], waited));
    expect(diagnoseProgress(moving(partition(0, 5n, 9n), 13 * HOUR), LIMITS)).toMatchObject({
      status: 'warn',
      says: expect.stringMatching(/more than half/) as string,
    });
    expect(diagnoseProgress(moving(partition(0, 1_010n, 2_000n, 1_000n), HOUR), LIMITS)).toMatchObject({
      status: 'warn',
      says: expect.stringMatching(/the log begins close behind/) as string,
    });
    expect(diagnoseProgress(moving(partition(0, 1_910n, 2_000n, 1_000n), HOUR), LIMITS).status).toBe('ok');
  });
});
