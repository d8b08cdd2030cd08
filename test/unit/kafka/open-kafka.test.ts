import { type Kafka, logLevel } from 'kafkajs';
import { describe, expect, test } from 'vitest';
import type { FetchedPartition } from '../../../services/adapters/kafka/committed/aborted-records.ts';
import { openKafka, requireProven, withCommittedReads } from '../../../services/adapters/kafka/committed/open-kafka.ts';
import { writeLog } from './transactional-log.ts';

const log = writeLog([
  { producer: 1, kind: 'record' },
  { producer: 2, kind: 'record' },
  { producer: 2, kind: 'abort' },
  { producer: 1, kind: 'abort' },
]);
const answered = log.fetch(0, 4);

interface Cluster {
  readonly brokerPool: { findBroker(): Promise<unknown> };
  findBroker(
    node: object,
  ): Promise<{ fetch(request: object): Promise<{ responses: { partitions: FetchedPartition[] }[] }> }>;
}

/** The connections that kafkajs makes for a consumer, with a broker at their end that gives this answer. */
function clusterOf(kafka: Kafka, isolationLevel: number, answer: object = answered): Cluster {
  const slot = Object.getOwnPropertySymbols(kafka).find(
    ({ description }) => description === 'private:Kafka:createCluster',
  )!;
  const cluster = (kafka as unknown as Record<symbol, (options: object) => Cluster>)[slot]!({ isolationLevel });
  const broker = {
    fetch: () => Promise.resolve({ responses: [{ topicName: 'customs.assessments', partitions: [answer] }] }),
  };
  cluster.brokerPool.findBroker = () => Promise.resolve(broker);
  return cluster;
}

const fetched = async (cluster: Cluster) =>
  (await (await cluster.findBroker({ nodeId: '1' })).fetch({})).responses[0]!.partitions[0]!;
const client = (): Kafka => openKafka({ brokers: ['127.0.0.1:9'], logLevel: logLevel.NOTHING });

const UNPROVEN = expect.objectContaining({ code: 'TDW_KAFKA_CLIENT_UNPROVEN' }) as unknown;

describe('a client of kafkajs', () => {
  test('given a consumer of committed records, when its broker answers, then records of aborted transactions are withheld, at every answer', async () => {
    const cluster = clusterOf(client(), 1);
    for (let times = 0; times < 2; times += 1) {
      const { abortedTransactions, messages } = await fetched(cluster);
      expect(abortedTransactions).toEqual([]);
      expect(messages.map(({ isControlRecord }) => isControlRecord)).toEqual([true, true, true, true]);
    }
  });

  test('given a reader of uncommitted records, then the answer is as the broker gave it', async () => {
    expect(await fetched(clusterOf(client(), 0))).toEqual(answered);
  });

  test('given another release, then it is refused, the one that is installed is not', () => {
    expect(() => requireProven('2.2.5')).toThrow(UNPROVEN);
    expect(client).not.toThrow();
  });

  test('given a client that is built differently, then it is refused before it reads', async () => {
    expect(() => withCommittedReads({} as Kafka)).toThrow(UNPROVEN);
    const elsewhere = { [Symbol('private:Kafka:createCluster')]: () => ({}) } as unknown as Kafka;
    expect(() => clusterOf(withCommittedReads(elsewhere), 1)).toThrow(UNPROVEN);
    await expect(fetched(clusterOf(client(), 1, { ...answered, abortedTransactions: undefined }))).rejects.toEqual(
      UNPROVEN,
    );
  });
});
