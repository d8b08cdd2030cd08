import type { Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { InboundRecord } from '../../../scoring/ports/stream.ts';
import { commitOf, type Place } from '../progress/place-in-log.ts';
import type { ConsumerEvent } from './consumer-events.ts';
import { pause, withHeartbeat } from './heartbeat.ts';
import { inboundRecord } from './inbound-record.ts';
import { kafkaFailure } from './kafka-failure.ts';

export interface BatchSettings {
  readonly heartbeatIntervalMs: number;
  /** Most records answered together. */
  readonly batchRecords: number;
  /** Most bytes of records answered together; a single larger record still makes a batch. */
  readonly batchBytes: number;
  /** Waiting after a failure: doubled from the first up to the second, milliseconds. */
  readonly backoffMs: readonly [number, number];
}

/** A partition under the membership by which it is read. */
export interface PartitionContext {
  readonly topic: string;
  readonly partition: number;
  /** False once the partition may belong to somebody else: then nothing may be written any more. */
  readonly alive: () => boolean;
  /** Commits a place by the group's own rules. */
  readonly commit: (place: Place) => Promise<void>;
}

/** What a chunk's handler may do besides answering. */
export interface ChunkContext extends PartitionContext {
  /** The offset behind the chunk, and behind the marks of transactions that follow it at once. */
  readonly next: bigint;
  /** Goes back (or on) to an offset; what was fetched meanwhile is dropped. */
  readonly seek: (offset: bigint) => void;
}

/** `done`: answered and durable. `abandoned`: to be fetched again, or no longer ours. Throws for infrastructure. */
export type Answered = 'done' | 'abandoned';
export type OnChunk = (records: readonly InboundRecord[], context: ChunkContext) => Promise<Answered>;

/** The group membership under which a batch was fetched. */
export interface Membership {
  readonly consumer: Consumer;
  /** False after the next assignment. */
  isCurrent(): boolean;
  isStopping(): boolean;
  /** Joins anew as another member: the partition's producer was fenced. */
  rejoin(): void;
}

export interface BatchHooks {
  readonly onChunk: OnChunk;
  readonly observe: (event: ConsumerEvent) => void;
}

/** Answers what was fetched from one partition, chunk after chunk; what is not answered stays unresolved and is fetched again. */
export async function answerBatch(
  payload: EachBatchPayload,
  membership: Membership,
  settings: BatchSettings,
  hooks: BatchHooks,
): Promise<void> {
  const { topic, partition, messages } = payload.batch;
  const at = { topic, partition };
  const heartbeat = (): Promise<void> => payload.heartbeat();
  hooks.observe({
    kind: 'lag',
    ...at,
    records: Number(payload.batch.offsetLagLow()),
    oldest: Number(messages[0]!.timestamp),
  });
  let answered = 0;
  for (const chunk of chunks(messages, settings)) {
    if (membership.isStopping() || !payload.isRunning()) return;
    const records = chunk.map((message) => inboundRecord(topic, partition, message));
    const context = chunkContext(
      payload,
      membership,
      answered + chunk.length === messages.length ? payload.batch.lastOffset() : chunk.at(-1)!.offset,
    );
    const outcome = await answerInPlace(records, { context, membership, settings, hooks, heartbeat });
    if (outcome === 'abandoned' || !membership.isCurrent()) return;
    payload.resolveOffset(chunk.at(-1)!.offset);
    answered += chunk.length;
    hooks.observe({ kind: 'answered', ...at, records: chunk.length, oldest: arrivalOf(messages[answered]) });
    await heartbeat();
  }
}

function chunkContext(payload: EachBatchPayload, membership: Membership, last: string): ChunkContext {
  const { topic, partition } = payload.batch;
  return {
    ...partitionContext(membership, topic, partition),
    alive: () => membership.isCurrent() && !payload.isStale(),
    next: BigInt(last) + 1n,
    seek: (offset) => membership.consumer.seek({ topic, partition, offset: offset.toString() }),
  };
}

export function partitionContext(membership: Membership, topic: string, partition: number): PartitionContext {
  const commit: PartitionContext['commit'] = (place) =>
    membership.consumer.commitOffsets([{ topic, partition, ...commitOf(place) }]);
  return { topic, partition, alive: () => membership.isCurrent(), commit };
}

interface Answering {
  readonly context: ChunkContext;
  readonly membership: Membership;
  readonly settings: BatchSettings;
  readonly hooks: BatchHooks;
  readonly heartbeat: () => Promise<void>;
}

/** Waits infrastructure out in place: the partition pauses, the heartbeat goes on. A stop ends the waiting, not the first attempt. */
async function answerInPlace(records: readonly InboundRecord[], answering: Answering): Promise<Answered> {
  const { context, membership, settings, hooks, heartbeat } = answering;
  const { topic, partition } = context;
  let [wait] = settings.backoffMs;
  for (let attempt = 1; context.alive() && !(attempt > 1 && membership.isStopping()); attempt += 1) {
    try {
      const outcome = await withHeartbeat(heartbeat, settings.heartbeatIntervalMs, hooks.onChunk(records, context));
      if (attempt > 1) hooks.observe({ kind: 'resumed', topic, partition });
      return outcome;
    } catch (error) {
      if (!context.alive() || !isWaitedOut(error, answering, attempt)) return 'abandoned';
    }
    await withHeartbeat(heartbeat, settings.heartbeatIntervalMs, pause(wait));
    wait = Math.min(wait * 2, settings.backoffMs[1]);
  }
  return 'abandoned';
}

/** Whether to wait and try again. A rebalance is thrown on: kafkajs joins anew by itself. */
function isWaitedOut(
  error: unknown,
  { context: { topic, partition }, membership, hooks }: Answering,
  attempt: number,
): boolean {
  switch (kafkaFailure(error)) {
    case 'rebalance':
      throw error;
    case 'fenced':
      hooks.observe({ kind: 'fenced', topic, partition });
      membership.rejoin();
      return false;
    case 'other':
      hooks.observe({ kind: 'waiting', topic, partition, attempt, error });
      return true;
  }
}

const arrivalOf = (message: KafkaMessage | undefined): number | undefined =>
  message ? Number(message.timestamp) : undefined;

function* chunks(
  messages: readonly KafkaMessage[],
  { batchRecords, batchBytes }: BatchSettings,
): Generator<KafkaMessage[]> {
  let chunk: KafkaMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = message.value?.length ?? 0;
    if (chunk.length > 0 && (chunk.length >= batchRecords || bytes + size > batchBytes)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(message);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}
