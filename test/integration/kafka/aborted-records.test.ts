import { existsSync } from 'node:fs';
import kafkajs, { type Kafka, logLevel, type Producer, type Transaction } from 'kafkajs';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findJava } from '../../../infra/local/kafka/java.ts';
import { homeOf } from '../../../infra/local/kafka/kafka-home.ts';
import { readToEnd } from '../../../services/adapters/kafka/stream/read-to-end.ts';
import { type JavaRecord, readWithJava } from '../../harness/java-consumer.ts';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';
import { readTopic, type TopicReader } from '../../harness/read-topic.ts';

const kafka = kafkaForTests();
const client = kafka.client();
const TOPIC = kafka.named('assessments');
/** The key bytes of an abort marker, which an ordinary record may have as well. */
const MARKER_KEY = Buffer.from([0, 0, 0, 0]);

interface Writer {
  readonly producer: Producer;
  readonly transaction: Transaction;
  send(value: string, key?: Buffer): Promise<void>;
}

async function openTransaction(name: string): Promise<Writer> {
  const producer = client.producer({
    transactionalId: kafka.named(name),
    idempotent: true,
    maxInFlightRequests: 1,
    retry: { initialRetryTime: 30 },
  });
  await producer.connect();
  const transaction = await producer.transaction();
  const send = async (value: string, key?: Buffer): Promise<void> =>
    void (await transaction.send({ topic: TOPIC, messages: [{ partition: 0, value, ...(key && { key }) }] }));
  return { producer, transaction, send };
}

/** Six writers of one partition open at once; the last to begin are aborted first, one in the middle commits. */
async function writeInterleaved(): Promise<void> {
  const writers: Writer[] = [];
  for (let index = 0; index < 6; index += 1) {
    writers.push(await openTransaction(`writer-${index}`));
    await writers[index]!.send(`${index} first`);
    await writers[index]!.send(`${index} under the key of a marker`, MARKER_KEY);
  }
  for (const [index, writer] of writers.entries()) await writer.send(`${index} last`);
  for (const index of [5, 4, 2, 1, 0]) await writers[index]!.transaction.abort();
  await writers[3]!.transaction.commit();
  await Promise.all(writers.map(({ producer }) => producer.disconnect()));
}

/** Not where brokers of others are used and none was ever started here. */
function hasJava(): boolean {
  try {
    return existsSync(homeOf(findJava()).jars);
  } catch {
    return false;
  }
}

const COMMITTED = ['3 first', '3 under the key of a marker', '3 last'];

describe('aborted transactions that were open at once', () => {
  const readers: TopicReader[] = [];
  const read = async (with_: Kafka): Promise<string[]> => {
    const reader = await readTopic(with_, TOPIC);
    readers.push(reader);
    await reader.until((messages) => messages.some(({ value }) => String(value) === COMMITTED.at(-1)));
    return reader.messages.map(({ value }) => String(value));
  };

  beforeAll(async () => {
    const admin = client.admin();
    await admin.connect();
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic: TOPIC, numPartitions: 1 }] });
    await admin.disconnect();
    await writeInterleaved();
  });
  afterEach(async () => {
    await Promise.all(readers.splice(0).map((reader) => reader.stop()));
  });

  test('given a consumer of ours, then it is given what was committed and nothing else', async () => {
    expect(await read(client)).toEqual(COMMITTED);
  });

  test('given a reading of the topic to its end, then it ends, and only what was committed was told', async () => {
    const values: string[] = [];
    await readToEnd(client, { topic: TOPIC, groupPrefix: kafka.named('reader-') }, ({ value }) =>
      values.push(String(value)),
    );
    expect(values).toEqual(COMMITTED);
  });

  test.skipIf(!hasJava())(
    'given the consumer that comes with the broker, then it sees the same, byte for byte',
    async () => {
      const records: JavaRecord[] = [];
      await readWithJava(homeOf(findJava()), kafka.brokers, TOPIC, (record) => records.push(record));
      expect(records.map(({ value }) => String(value))).toEqual(COMMITTED);
      expect(records[1]!.key).toEqual(MARKER_KEY);
    },
  );

  test('given kafkajs as published, then it shows aborted records here: the two tests before this one do tell', async () => {
    // eslint-disable-next-line no-restricted-syntax -- as published is what is looked at
    const published = new kafkajs.Kafka({ brokers: kafka.brokers.split(','), logLevel: logLevel.ERROR });
    expect(await read(published)).toEqual(expect.arrayContaining(['0 first', '1 first', ...COMMITTED]));
  });
});
