import kafkajs, { type Cluster, type Consumer, type Kafka } from 'kafkajs';
import type { LogRange } from './place-in-log.ts';
import { readTopicId } from './topic-id.ts';

/** The partitions of one topic, by number. */
export type Ranges = ReadonlyMap<number, LogRange>;

/** Looks at the logs themselves, past every group. */
export interface Logs {
  /** Start and end of every partition that the topic has now; the end as readers of committed records see it. @throws what kafkajs throws */
  ranges(topic: string): Promise<Ranges>;
  /** The first offset of each partition whose record is not older than a moment (milliseconds since the epoch); undefined where none is. */
  firstSince(topic: string, moment: number): Promise<ReadonlyMap<number, bigint | undefined>>;
  /** See topic-id. */
  id(topic: string): Promise<string>;
  stop(): Promise<void>;
}

/** Opens a look at the logs by a consumer's connections, which end a log where committed records do (its last stable offset); it never joins a group. */
export async function openLogs(kafka: Kafka): Promise<Logs> {
  const { cluster, consumer } = unjoinedConsumer(kafka);
  await consumer.connect();
  // Until then no broker is known by its number, and nobody could be asked for a topic's id.
  await cluster.refreshMetadata();
  const offsets = async (
    topic: string,
    at: { fromBeginning: boolean } | { fromTimestamp: number },
  ): Promise<Map<number, bigint>> => {
    const partitions = cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => ({ partition: partitionId }));
    const [answer] = partitions.length === 0 ? [] : await cluster.fetchTopicsOffset([{ topic, partitions, ...at }]);
    return new Map((answer?.partitions ?? []).map(({ partition, offset }) => [partition, BigInt(offset)]));
  };
  return {
    ranges: async (topic) => {
      await cluster.addTargetTopic(topic);
      await cluster.refreshMetadata();
      const [starts, ends] = [
        await offsets(topic, { fromBeginning: true }),
        await offsets(topic, { fromBeginning: false }),
      ];
      return new Map([...ends].map(([partition, end]) => [partition, { start: starts.get(partition) ?? 0n, end }]));
    },
    firstSince: async (topic, moment) =>
      new Map(
        [...(await offsets(topic, { fromTimestamp: moment }))].map(([partition, offset]) => [
          partition,
          offset < 0n ? undefined : offset,
        ]),
      ),
    id: async (topic) => readTopicId(await cluster.findBroker({ nodeId: String(cluster.getNodeIds()[0]) }), topic),
    stop: () => consumer.disconnect(),
  };
}

/** kafkajs hands a consumer's connections to whoever shares the partitions out. */
function unjoinedConsumer(kafka: Kafka): { readonly cluster: Cluster; readonly consumer: Consumer } {
  const made: { cluster?: Cluster } = {};
  const consumer = kafka.consumer({
    groupId: 'joins-no-group',
    readUncommitted: false,
    allowAutoTopicCreation: false,
    partitionAssigners: [
      (config) => {
        made.cluster = config.cluster;
        return kafkajs.PartitionAssigners.roundRobin(config);
      },
    ],
  });
  return { cluster: made.cluster!, consumer };
}
