import type { Admin, Kafka, Producer } from 'kafkajs';
import type { OnCheckpoint, OutboundRecord } from '../../scoring/ports/stream.ts';
import { compressionType, type Compression } from './compression.ts';

export interface WriterSettings {
  readonly groupId: string;
  readonly topic: string;
  readonly partition: number;
  readonly transactionTimeoutMs: number;
  /** Largest request of records to one topic, bytes; below the topics' max.message.bytes. */
  readonly maxSendBytes: number;
  /** How the outputs are compressed. */
  readonly compression: Compression;
  /** Default: says which input partition it speaks for, so that a successor fences its predecessor. */
  readonly transactionalId?: string;
}

/** How a partition is taken over; another than `openPartitionWriter` only where a test takes the fence away. */
export type OpenPartitionWriter = typeof openPartitionWriter;

/**
 * The one writer of one input partition: a transactional producer that no other process can share,
 * and the offset that the group had committed when it took over.
 */
export interface PartitionWriter {
  /** First offset that is not yet answered. */
  readonly committed: bigint;
  /** Sends the outputs and commits them together with the consumed offsets. `next` is the first offset not consumed. */
  commit(outputs: readonly OutboundRecord[], next: bigint): Promise<void>;
  close(): Promise<void>;
}

const NO_OFFSET = '-1';

const transactionalIdOf = ({ groupId, topic, partition }: WriterSettings): string => `${groupId}.${topic}.${partition}`;

/**
 * Takes over an input partition: a new producer object fences every earlier one with the same
 * transactional id (InitProducerId, by an empty transaction), and only then is the committed offset read.
 * The order is all: kafkajs sends neither member nor generation with transactional offsets.
 */
export async function openPartitionWriter(kafka: Kafka, admin: Admin, settings: WriterSettings, checkpoint: OnCheckpoint): Promise<PartitionWriter> {
  const producer = kafka.producer({
    transactionalId: settings.transactionalId ?? transactionalIdOf(settings),
    idempotent: true,
    maxInFlightRequests: 1,
    transactionTimeout: settings.transactionTimeoutMs,
    allowAutoTopicCreation: false,
  });
  try {
    await producer.connect();
    await (await producer.transaction()).abort();
    const committed = await committedOffset(admin, settings);
    return { committed, commit: (outputs, next) => commit(producer, settings, outputs, next, checkpoint), close: () => producer.disconnect() };
  } catch (error) {
    await producer.disconnect().catch(() => undefined);
    throw error;
  }
}

async function committedOffset(admin: Admin, { groupId, topic, partition }: WriterSettings): Promise<bigint> {
  const [answer] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const offset = answer?.partitions.find((entry) => entry.partition === partition)?.offset ?? NO_OFFSET;
  return offset === NO_OFFSET ? 0n : BigInt(offset);
}

async function commit(producer: Producer, settings: WriterSettings, outputs: readonly OutboundRecord[], next: bigint, checkpoint: OnCheckpoint): Promise<void> {
  const transaction = await producer.transaction();
  const compression = compressionType(settings.compression);
  for (const topicMessages of requests(outputs, settings.maxSendBytes)) await transaction.sendBatch({ topicMessages, acks: -1, compression });
  checkpoint('sent');
  await transaction.sendOffsets({
    consumerGroupId: settings.groupId,
    topics: [{ topic: settings.topic, partitions: [{ partition: settings.partition, offset: next.toString() }] }],
  });
  checkpoint('beforeCommit');
  await transaction.commit();
  checkpoint('committed');
}

type TopicMessages = { topic: string; messages: { key: Buffer | string | null; value: Buffer; headers?: Record<string, string | Buffer> }[] };

/** Splits the outputs into requests: kafkajs makes one record batch a partition and request, and the broker limits a batch. */
function requests(outputs: readonly OutboundRecord[], maxBytes: number): TopicMessages[][] {
  const all: TopicMessages[][] = [];
  let byTopic = new Map<string, TopicMessages>();
  let bytes = 0;
  for (const output of outputs) {
    const size = output.value.length + 200;
    if (bytes > 0 && bytes + size > maxBytes) {
      all.push([...byTopic.values()]);
      byTopic = new Map();
      bytes = 0;
    }
    const entry = byTopic.get(output.topic) ?? { topic: output.topic, messages: [] };
    byTopic.set(output.topic, entry);
    entry.messages.push({ key: output.key, value: output.value, ...(output.headers && { headers: { ...output.headers } }) });
    bytes += size;
  }
  if (byTopic.size > 0) all.push([...byTopic.values()]);
  return all;
}
