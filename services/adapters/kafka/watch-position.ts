import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';

/** How far a consumer group has come, by the brokers' own books. */
export interface GroupPosition {
  /** Records that it has not answered. */
  readonly records: number;
  /** Not after the arrival of the oldest of them, milliseconds since the epoch; undefined where there is none. */
  readonly oldest?: number;
}

export interface PositionSettings {
  readonly groupId: string;
  /** Written without transactions: the marks that those leave look like a record that nobody answers. */
  readonly topic: string;
  readonly everyMs: number;
  readonly now: () => number;
}

export interface PositionWatch {
  stop(): Promise<void>;
}

/** Asks the brokers again and again how far the group is, whether or not its members are at work; what fails is told and tried again. */
export async function watchPosition(kafka: Kafka, settings: PositionSettings, observe: (position: GroupPosition) => void, onFailure: (error: unknown) => void): Promise<PositionWatch> {
  const admin = kafka.admin();
  await admin.connect();
  const stopping = new AbortController();
  const { signal } = stopping;
  const unlessStopped = <T>(tell: (what: T) => void) => (what: T): void => (signal.aborted ? undefined : tell(what));
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await readPosition(admin, settings).then(unlessStopped(observe), unlessStopped(onFailure));
      await pause(settings.everyMs, undefined, { signal }).catch(() => undefined);
    }
  };
  void watch();
  return {
    // A look that is under way is not waited for: brokers that are away would hold up the end of the process.
    stop: async () => {
      stopping.abort();
      await admin.disconnect();
    },
  };
}

type Offsets = ReadonlyMap<number, bigint>;

/** One look. Throws what kafkajs throws. */
export async function readPosition(admin: Admin, { groupId, topic, now }: Omit<PositionSettings, 'everyMs'>): Promise<GroupPosition> {
  const [logs, [group]] = await Promise.all([admin.fetchTopicOffsets(topic), admin.fetchOffsets({ groupId, topics: [topic] })]);
  const committed = new Map((group?.partitions ?? []).map(({ partition, offset }) => [partition, BigInt(offset)]));
  const next: Offsets = new Map(logs.map(({ partition, low }) => [partition, larger(BigInt(low), committed.get(partition) ?? 0n)]));
  const records = logs.reduce((sum, { partition, high }) => sum + Number(larger(0n, BigInt(high) - next.get(partition)!)), 0);
  if (records === 0) return { records };
  const unansweredBefore = async (instant: number): Promise<boolean> =>
    instant > 0 && (await admin.fetchTopicOffsetsByTimestamp(topic, instant)).some(({ partition, offset }) => BigInt(offset) > (next.get(partition) ?? 0n));
  return { records, oldest: await oldestArrival(unansweredBefore, now()) };
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const SECOND = 1000;
/** Share of the age by which the answer may be too old. */
const PRECISION = 0.05;

/**
 * The arrival of the oldest unanswered record, narrowed down by asking whether one arrived before a given time: the brokers
 * find the first offset after a time, but not the time of an offset. Doubles the age until none is older, then halves.
 */
export async function oldestArrival(unansweredBefore: (instant: number) => Promise<boolean>, now: number): Promise<number> {
  let [younger, older] = [0, SECOND];
  while (await unansweredBefore(now - older)) [younger, older] = [older, older * 2];
  while (older - younger > Math.max(SECOND, older * PRECISION)) {
    const middle = Math.round((younger + older) / 2);
    if (await unansweredBefore(now - middle)) younger = middle;
    else older = middle;
  }
  return now - older;
}
