import type { Admin } from 'kafkajs';
import { committedPlaces } from './committed-places.ts';
import type { Logs } from './logs.ts';
import { oldestArrival } from './oldest-arrival.ts';
import { beginningIn, type Gap, type LogRange, type Place } from './place-in-log.ts';

/** How far a consumer group has come in one partition, by the brokers' own books. */
export interface PartitionProgress extends LogRange {
  readonly topic: string;
  readonly partition: number;
  /** First offset that is not answered; the log's start where the group has committed nothing, or in another log. */
  readonly next: bigint;
  readonly unanswered: number;
  /** Left the log before they were answered, and are not told yet: nobody has read on since. */
  readonly gaps: readonly Gap[];
}

/** How far a consumer group has come in all partitions of its topics, whoever reads them. */
export interface GroupProgress {
  readonly partitions: readonly PartitionProgress[];
  /** Records that it has not answered. */
  readonly records: number;
  /** Not after the arrival of the oldest of them, milliseconds since the epoch; undefined where there is none. */
  readonly oldest?: number;
}

export interface ProgressQuestion {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** One look. @throws TDW_KAFKA_TOPIC_MISSING, and what kafkajs throws */
export async function readProgress(
  logs: Logs,
  admin: Admin,
  { groupId, topics, now }: ProgressQuestion,
): Promise<GroupProgress> {
  const partitions = (await Promise.all(topics.map((topic) => partitionsOf(logs, admin, groupId, topic)))).flat();
  const records = partitions.reduce((sum, { unanswered }) => sum + unanswered, 0);
  return records === 0
    ? { partitions, records }
    : { partitions, records, oldest: await oldestOf(logs, partitions, now()) };
}

async function partitionsOf(
  logs: Logs,
  admin: Admin,
  groupId: string,
  topic: string,
): Promise<readonly PartitionProgress[]> {
  const [id, ranges, committed] = await Promise.all([
    logs.id(topic),
    logs.ranges(topic),
    committedPlaces(admin, groupId, topic),
  ]);
  return [...ranges].map(([partition, range]) => ({
    topic,
    partition,
    ...range,
    ...standing(id, range, committed.get(partition)),
  }));
}

function standing(
  id: string,
  range: LogRange,
  place: Place | undefined,
): Pick<PartitionProgress, 'next' | 'unanswered' | 'gaps'> {
  // The same log, shorter than what was read of it: nothing of it is unanswered; the reader itself waits and says so.
  const { next, gaps } =
    place?.log === id && place.next > range.end
      ? { next: place.next, gaps: [] }
      : beginningIn({ id, ...range }, place, undefined);
  return { next, gaps, unanswered: Number(range.end > next ? range.end - next : 0n) };
}

/** The arrival of the oldest unanswered record, not later than it was. */
export function oldestOf(
  logs: Pick<Logs, 'firstSince'>,
  partitions: readonly PartitionProgress[],
  now: number,
): Promise<number> {
  const waiting = partitions.filter(({ unanswered }) => unanswered > 0);
  const topics = [...new Set(waiting.map(({ topic }) => topic))];
  const unansweredBefore = async (topic: string, instant: number): Promise<boolean> => {
    const first = await logs.firstSince(topic, instant);
    return waiting.some((one) => one.topic === topic && (first.get(one.partition) ?? one.end) > one.next);
  };
  return oldestArrival(
    async (instant) =>
      instant > 0 && (await Promise.all(topics.map((topic) => unansweredBefore(topic, instant)))).includes(true),
    now,
  );
}
