import { randomUUID } from 'node:crypto';
import type { Admin, Kafka } from 'kafkajs';
import { vi } from 'vitest';
import type { ConsumerEvent } from '../../../services/adapters/kafka/stream/consumer-events.ts';
import type { ExactlyOnceSettings } from '../../../services/adapters/kafka/stream/exactly-once.ts';
import type { KafkaForTests } from '../../harness/kafka-for-tests.ts';

export const PARTITIONS = 3;

/** A topic that is read by a group, and whoever writes to it. */
export interface LogScene {
  readonly topic: string;
  readonly settings: ExactlyOnceSettings;
  readonly admin: Admin;
  readonly events: ConsumerEvent[];
  /** Values that came out of the reading, each as often as it did. */
  readonly answered: string[];
  /** Publishes values, one after another to each partition; answers with those that the broker took. */
  publish(values: readonly string[]): Promise<readonly string[]>;
  makeTopic(): Promise<void>;
  /** Resolves once all of them are answered; rejects with the first that is not. */
  untilAnswered(values: readonly string[], timeout?: number): Promise<void>;
  committed(): Promise<readonly string[]>;
  /** Removes the records of a partition before an offset, as retention would. */
  remove(partition: number, before: number): Promise<void>;
  stop(): Promise<void>;
}

export async function setLogScene(kafka: KafkaForTests, client: Kafka): Promise<LogScene> {
  const name = randomUUID().slice(0, 8);
  const topic = kafka.named(`${name}-in`);
  const [admin, producer] = [client.admin(), client.producer({ allowAutoTopicCreation: false, retry: { retries: 1 } })];
  await Promise.all([admin.connect(), producer.connect()]);
  const settings = settingsFor(kafka.named(name), topic);
  const answered: string[] = [];
  const makeTopic = async (): Promise<void> =>
    void (await vi.waitFor(
      () => admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: PARTITIONS }] }),
      { timeout: 20_000, interval: 200 },
    ));
  await makeTopic();
  return {
    ...{ topic, settings, admin, answered, events: [], makeTopic },
    publish: async (values) => {
      const messages = values.map((value, index) => ({ value, partition: index % PARTITIONS }));
      return producer.send({ topic, messages }).then(
        () => values,
        () => [],
      );
    },
    untilAnswered: (values, timeout = 60_000) =>
      vi.waitFor(
        () => {
          const seen = new Set(answered);
          const missing = values.filter((value) => !seen.has(value));
          if (missing.length > 0)
            throw new Error(`${missing.length} of ${values.length} are not answered, ${missing[0]} among them`);
        },
        { timeout, interval: 100 },
      ),
    committed: async () =>
      (await admin.fetchOffsets({ groupId: settings.groupId, topics: [topic] }))[0]!.partitions.map(
        ({ offset }) => offset,
      ),
    remove: async (partition, before) => {
      // kafkajs finds the partition's leader only once it was asked of the topic.
      await admin.fetchTopicOffsets(topic);
      await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: String(before) }] });
    },
    stop: async () => void (await Promise.all([admin.disconnect(), producer.disconnect()])),
  };
}

function settingsFor(groupId: string, topic: string): ExactlyOnceSettings {
  return {
    groupId,
    topics: [topic],
    sessionTimeoutMs: 10_000,
    heartbeatIntervalMs: 500,
    maxBytesPerPartition: 500,
    metadataMaxAgeMs: 1_000,
    partitionsConcurrently: PARTITIONS,
    batchRecords: 10,
    batchBytes: 1_000_000,
    backoffMs: [20, 200],
    transactionTimeoutMs: 10_000,
    compression: 'none',
    maxSendBytes: 900_000,
  };
}

export const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`);
