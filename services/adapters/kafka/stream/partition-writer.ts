import type { Admin, Kafka, Producer } from 'kafkajs';
import type { OnCheckpoint, OutboundRecord } from '../../../scoring/ports/stream.ts';
import { type Compression, compressionType } from '../compression.ts';
import { committedPlaces } from '../progress/committed-places.ts';
import { commitOf, type Place } from '../progress/place-in-log.ts';
import type { PlaceKeeper } from './held-partitions.ts';

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

const transactionalIdOf = ({ groupId, topic, partition }: WriterSettings): string => `${groupId}.${topic}.${partition}`;

/**
 * Takes over an input partition, whose one writer it is until the next: a transactional producer that no other process can share,
 * and the place that the group had committed when it took over. A new producer object fences every earlier one with the same
 * transactional id (InitProducerId, by an empty transaction), and only then is the committed offset read.
 * The order is all: kafkajs sends neither member nor generation with transactional offsets.
 */
export async function openPartitionWriter(
  kafka: Kafka,
  admin: Admin,
  settings: WriterSettings,
  checkpoint: OnCheckpoint,
): Promise<PlaceKeeper> {
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
    const committed = (await committedPlaces(admin, settings.groupId, settings.topic)).get(settings.partition);
    return {
      committed,
      commit: (outputs, place) => commit(producer, settings, outputs, place, checkpoint),
      move: (place) => move(producer, settings, place),
      close: () => producer.disconnect(),
    };
  } catch (error) {
    await producer.disconnect().catch(() => undefined);
    throw error;
  }
}

async function commit(
  producer: Producer,
  settings: WriterSettings,
  outputs: readonly OutboundRecord[],
  place: Place,
  checkpoint: OnCheckpoint,
): Promise<void> {
  const transaction = await producer.transaction();
  const compression = compressionType(settings.compression);
  for (const topicMessages of requests(outputs, settings.maxSendBytes))
    await transaction.sendBatch({ topicMessages, acks: -1, compression });
  checkpoint('sent');
  await transaction.sendOffsets(offsetsOf(settings, place));
  checkpoint('beforeCommit');
  await transaction.commit();
  checkpoint('committed');
}

/** The place alone, in a transaction of its own: only the partition's one writer may move it. */
async function move(producer: Producer, settings: WriterSettings, place: Place): Promise<void> {
  const transaction = await producer.transaction();
  await transaction.sendOffsets(offsetsOf(settings, place));
  await transaction.commit();
}

function offsetsOf({ groupId, topic, partition }: WriterSettings, place: Place) {
  return { consumerGroupId: groupId, topics: [{ topic, partitions: [{ partition, ...commitOf(place) }] }] };
}

type TopicMessages = {
  topic: string;
  messages: { key: Buffer | string | null; value: Buffer; headers?: Record<string, string | Buffer> }[];
};

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
    entry.messages.push({
      key: output.key,
      value: output.value,
      ...(output.headers && { headers: { ...output.headers } }),
    });
    bytes += size;
  }
  if (byTopic.size > 0) all.push([...byTopic.values()]);
  return all;
}
