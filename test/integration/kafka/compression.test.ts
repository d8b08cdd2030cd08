import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { type Compression, snappyBlocks } from '../../../services/adapters/kafka/compression.ts';
import { type ExactlyOnceSettings, startExactlyOnce } from '../../../services/adapters/kafka/stream/exactly-once.ts';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';
import { readTopic } from '../../harness/read-topic.ts';

const kafka = kafkaForTests();
const client = kafka.client();
const open: { stop(): Promise<void> }[] = [];
/** Longer than a block of framed Snappy, so that there are several. */
const VALUES = Array.from({ length: 40 }, (_, index) => `record ${index}: ${'centrifugal pump '.repeat(200)}`);

const settings = (groupId: string, input: string, compression: Compression): ExactlyOnceSettings => ({
  groupId,
  topics: [input],
  sessionTimeoutMs: 10_000,
  heartbeatIntervalMs: 500,
  maxBytesPerPartition: 1_000_000,
  metadataMaxAgeMs: 30_000,
  partitionsConcurrently: 1,
  batchRecords: 50,
  batchBytes: 1_000_000,
  backoffMs: [20, 200],
  transactionTimeoutMs: 10_000,
  maxSendBytes: 900_000,
  compression,
});

/** Topics whose broker compresses anew, with its own Java libraries, whatever it is sent; `producer` leaves it as it was. */
async function topics(compressionType: string): Promise<readonly [string, string]> {
  const name = randomUUID().slice(0, 8);
  const [input, output] = [kafka.named(`${name}-in`), kafka.named(`${name}-out`)];
  const admin = client.admin();
  await admin.connect();
  await admin.createTopics({
    waitForLeaders: true,
    topics: [input, output].map((topic) => ({
      topic,
      numPartitions: 1,
      configEntries: [{ name: 'compression.type', value: compressionType }],
    })),
  });
  await admin.disconnect();
  return [input, output];
}

async function fill(topic: string): Promise<void> {
  const producer = client.producer();
  await producer.connect();
  await producer.send({ topic, messages: VALUES.map((value) => ({ value })) });
  await producer.disconnect();
}

/** What a reader finds of the values after they went through a transaction. */
async function echoed(atTheBroker: string, written: Compression): Promise<readonly string[]> {
  const [input, output] = await topics(atTheBroker);
  await fill(input);
  const answers = await readTopic(client, output);
  open.push(answers);
  open.push(
    await startExactlyOnce(
      client,
      settings(kafka.named(output), input, written),
      (records) => Promise.resolve(records.map(({ value }) => ({ topic: output, key: null, value: value! }))),
      { observe: () => undefined },
    ),
  );
  await answers.until((messages) => messages.length >= VALUES.length);
  return answers.messages.map(({ value }) => String(value));
}

describe('compressed records, on a real broker', () => {
  afterEach(async () => {
    await Promise.all(open.splice(0).map((opened) => opened.stop()));
  });

  test.each(['gzip', 'snappy', 'lz4', 'zstd'])(
    'given records that Java compressed with %s, when they are read, then they are what was written',
    async (compressionType) => {
      expect(await echoed(compressionType, 'none')).toEqual(VALUES);
    },
  );

  test.each(['none', 'gzip', 'snappy', 'lz4'] as const)(
    'given answers compressed with %s, when the broker has checked them, then they read as written',
    async (compression) => {
      expect(await echoed('producer', compression)).toEqual(VALUES);
    },
  );

  test('given Snappy in the frame of Java producers, then its blocks are found; without the frame it is one block', () => {
    const header = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
    const framed = Buffer.concat([
      header,
      Buffer.from([0, 0, 0, 2]),
      Buffer.from('ab'),
      Buffer.from([0, 0, 0, 1]),
      Buffer.from('c'),
    ]);
    expect(snappyBlocks(framed).map(String)).toEqual(['ab', 'c']);
    expect(snappyBlocks(Buffer.from('plain')).map(String)).toEqual(['plain']);
  });
});
