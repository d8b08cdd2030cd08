import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { InboundRecord } from '../../scoring/ports/stream.ts';
import { inboundRecord } from './inbound-record.ts';
import { kafkaFailure } from './kafka-failure.ts';
import { pause, withHeartbeat } from './heartbeat.ts';

export interface ConsumerSettings {
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly sessionTimeoutMs: number;
  readonly heartbeatIntervalMs: number;
  readonly maxBytesPerPartition: number;
  readonly partitionsConcurrently: number;
  /** Most records answered together. */
  readonly batchRecords: number;
  /** Most bytes of records answered together; a single larger record still makes a batch. */
  readonly batchBytes: number;
  /** Waiting after a failure: doubled from the first up to the second, milliseconds. */
  readonly backoffMs: readonly [number, number];
}

/** What happens to a consumer, for metrics, logs and readiness. */
export type ConsumerEvent =
  | { readonly kind: 'joined'; readonly partitions: readonly { readonly topic: string; readonly partition: number }[] }
  | { readonly kind: 'rebalancing' }
  | { readonly kind: 'crashed'; readonly error: unknown }
  | { readonly kind: 'fenced'; readonly topic: string; readonly partition: number }
  | { readonly kind: 'waiting'; readonly topic: string; readonly partition: number; readonly attempt: number; readonly error: unknown }
  | { readonly kind: 'resumed'; readonly topic: string; readonly partition: number }
  /** What stands before a partition: records up to the end of the log, the oldest of them arrived at `oldest`. */
  | { readonly kind: 'lag'; readonly topic: string; readonly partition: number; readonly records: number; readonly oldest: number }
  /** A chunk is answered; `oldest` is the arrival of the first record at hand that is not, undefined where none is. */
  | { readonly kind: 'answered'; readonly topic: string; readonly partition: number; readonly records: number; readonly oldest: number | undefined }
  | TransactionEvent;

/** How a chunk's transaction ended. `next` is the first offset not consumed, `records` were answered by it; `seconds` from the first request to the last answer. */
export type TransactionEvent =
  | { readonly kind: 'committed'; readonly topic: string; readonly partition: number; readonly next: bigint; readonly records: number; readonly outputs: number; readonly bytes: number; readonly seconds: number }
  | { readonly kind: 'aborted'; readonly topic: string; readonly partition: number };

/** What a chunk's handler may do besides answering. */
export interface ChunkContext {
  readonly topic: string;
  readonly partition: number;
  /** False once the partition may belong to somebody else: then nothing may be written any more. */
  alive(): boolean;
  /** Goes back (or on) to an offset; what was fetched meanwhile is dropped. */
  seek(offset: bigint): void;
  commitOffset(next: bigint): Promise<void>;
}

/** `done`: answered and durable. `abandoned`: to be fetched again, or no longer ours. Throws for infrastructure. */
export type OnChunk = (records: readonly InboundRecord[], context: ChunkContext) => Promise<'done' | 'abandoned'>;

export interface SupervisedConsumer {
  /** Ends after the chunks at hand are answered. */
  stop(): Promise<void>;
}

interface Hooks {
  readonly onChunk: OnChunk;
  /** All that is held for partitions is void: called before and after every rebalance. */
  readonly onAssignment: () => void;
  readonly observe: (event: ConsumerEvent) => void;
}

/**
 * A consumer that does not end by itself: it waits out infrastructure in place (its partition pauses, its heartbeat goes on),
 * rejoins the group with a new object when kafkajs gives up or its producer was fenced, and leaves it only on `stop`.
 */
export async function startSupervisedConsumer(kafka: Kafka, settings: ConsumerSettings, hooks: Hooks): Promise<SupervisedConsumer> {
  let stopping = false;
  let generation = 0;
  let consumer: Consumer | undefined;
  let restarting: Promise<void> | undefined;

  const newAssignment = (): void => {
    generation += 1;
    hooks.onAssignment();
  };

  const start = async (): Promise<void> => {
    const started = kafka.consumer({
      groupId: settings.groupId,
      sessionTimeout: settings.sessionTimeoutMs,
      rebalanceTimeout: settings.sessionTimeoutMs,
      heartbeatInterval: settings.heartbeatIntervalMs,
      maxBytesPerPartition: settings.maxBytesPerPartition,
      maxWaitTimeInMs: 50,
      readUncommitted: false,
      allowAutoTopicCreation: false,
    });
    consumer = started;
    started.on('consumer.rebalancing', () => {
      newAssignment();
      hooks.observe({ kind: 'rebalancing' });
    });
    started.on('consumer.group_join', ({ payload }) => {
      newAssignment();
      const partitions = Object.entries(payload.memberAssignment).flatMap(([topic, numbers]) => numbers.map((partition) => ({ topic, partition })));
      hooks.observe({ kind: 'joined', partitions });
    });
    started.on('consumer.crash', ({ payload }) => {
      newAssignment();
      hooks.observe({ kind: 'crashed', error: payload.error });
      if (!payload.restart) rejoin();
    });
    await started.connect();
    await started.subscribe({ topics: [...settings.topics], fromBeginning: true });
    await started.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: settings.partitionsConcurrently,
      eachBatch: (payload) => eachBatch(started, payload),
    });
  };

  /** A new consumer object with a new membership: whatever it is then assigned is rightfully ours. */
  const rejoin = (): void => {
    if (stopping || restarting) return;
    newAssignment();
    restarting = (async () => {
      let wait = settings.backoffMs[0];
      for (let again = true; again && !stopping; ) {
        await consumer?.disconnect().catch(() => undefined);
        await pause(wait);
        wait = Math.min(wait * 2, settings.backoffMs[1]);
        again = await start().then(() => false, (error: unknown) => {
          hooks.observe({ kind: 'crashed', error });
          return true;
        });
      }
    })().finally(() => {
      restarting = undefined;
    });
  };

  const eachBatch = async (owner: Consumer, payload: EachBatchPayload): Promise<void> => {
    const { batch } = payload;
    const heartbeat = (): Promise<void> => payload.heartbeat();
    const mine = generation;
    const alive = (): boolean => mine === generation && !payload.isStale();
    const { topic, partition } = batch;
    const context: ChunkContext = {
      topic,
      partition,
      alive,
      seek: (offset) => owner.seek({ topic, partition, offset: offset.toString() }),
      commitOffset: (next) => owner.commitOffsets([{ topic, partition, offset: next.toString() }]),
    };
    hooks.observe({ kind: 'lag', topic, partition, records: Number(batch.offsetLagLow()), oldest: Number(batch.messages[0]!.timestamp) });
    let answered = 0;
    for (const chunk of chunks(batch.messages, settings)) {
      if (stopping || !payload.isRunning()) return;
      const outcome = await answer(chunk.map((message) => inboundRecord(topic, partition, message)), context, heartbeat);
      if (outcome === 'abandoned' || mine !== generation) return;
      payload.resolveOffset(chunk.at(-1)!.offset);
      answered += chunk.length;
      hooks.observe({ kind: 'answered', topic, partition, records: chunk.length, oldest: arrivalOf(batch.messages[answered]) });
      await heartbeat();
    }
  };

  const answer = async (records: readonly InboundRecord[], context: ChunkContext, heartbeat: () => Promise<void>): Promise<'done' | 'abandoned'> => {
    for (let attempt = 1, wait = settings.backoffMs[0]; context.alive() && !(stopping && attempt > 1); attempt += 1, wait = Math.min(wait * 2, settings.backoffMs[1])) {
      try {
        const outcome = await withHeartbeat(heartbeat, settings.heartbeatIntervalMs, hooks.onChunk(records, context));
        if (attempt > 1) hooks.observe({ kind: 'resumed', topic: context.topic, partition: context.partition });
        return outcome;
      } catch (error) {
        if (!context.alive()) return 'abandoned';
        switch (kafkaFailure(error)) {
          case 'rebalance':
            throw error;
          case 'fenced':
            hooks.observe({ kind: 'fenced', topic: context.topic, partition: context.partition });
            rejoin();
            return 'abandoned';
          case 'other':
            hooks.observe({ kind: 'waiting', topic: context.topic, partition: context.partition, attempt, error });
            await withHeartbeat(heartbeat, settings.heartbeatIntervalMs, pause(wait));
        }
      }
    }
    return 'abandoned';
  };

  await start();
  return {
    stop: async () => {
      stopping = true;
      await restarting;
      await consumer?.stop();
      await consumer?.disconnect();
      hooks.onAssignment();
    },
  };
}

const arrivalOf = (message: KafkaMessage | undefined): number | undefined => (message ? Number(message.timestamp) : undefined);

function* chunks(messages: readonly KafkaMessage[], { batchRecords, batchBytes }: ConsumerSettings): Generator<KafkaMessage[]> {
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
