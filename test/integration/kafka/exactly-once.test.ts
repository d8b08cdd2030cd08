import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { ConsumerEvent } from '../../../services/adapters/kafka/stream/consumer-events.ts';
import {
  type ExactlyOnceSettings,
  type Processor,
  startExactlyOnce,
} from '../../../services/adapters/kafka/stream/exactly-once.ts';
import { openPartitionWriter } from '../../../services/adapters/kafka/stream/partition-writer.ts';
import type { SupervisedConsumer } from '../../../services/adapters/kafka/stream/supervised-consumer.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';
import { readTopic, type TopicReader } from '../../harness/read-topic.ts';

const PARTITIONS = 4;
const kafka = kafkaForTests();
const client = kafka.client();
const open: { stop(): Promise<void> }[] = [];

interface Scene {
  readonly input: string;
  readonly output: string;
  /** Records that are on the input topic; a retry of the broker's may have written some of them twice. */
  readonly records: number;
  readonly settings: ExactlyOnceSettings;
}

async function scene(records: number): Promise<Scene> {
  const name = randomUUID().slice(0, 8);
  const [input, output] = [kafka.named(`${name}-in`), kafka.named(`${name}-out`)];
  const admin = client.admin();
  await admin.connect();
  await admin.createTopics({
    waitForLeaders: true,
    topics: [input, output].map((topic) => ({ topic, numPartitions: PARTITIONS })),
  });
  const producer = client.producer();
  await producer.connect();
  await producer.send({
    topic: input,
    messages: Array.from({ length: records }, (_, index) => ({ key: String(index), value: `record ${index}` })),
  });
  await producer.disconnect();
  const offsets = await admin.fetchTopicOffsets(input);
  await admin.disconnect();
  const settings: ExactlyOnceSettings = {
    groupId: kafka.named(name),
    topics: [input],
    sessionTimeoutMs: 10_000,
    heartbeatIntervalMs: 500,
    maxBytesPerPartition: 20_000,
    metadataMaxAgeMs: 30_000,
    partitionsConcurrently: PARTITIONS,
    batchRecords: 50,
    batchBytes: 1_000_000,
    backoffMs: [20, 200],
    transactionTimeoutMs: 10_000,
    compression: 'lz4',
    maxSendBytes: 900_000,
  };
  return { input, output, settings, records: offsets.reduce((sum, { high }) => sum + Number(high), 0) };
}

/** Answers each record under its coordinates. */
const echo =
  (output: string, value?: Buffer): Processor =>
  (records) =>
    Promise.resolve(
      records.map((record) => ({
        topic: output,
        key: `${record.partition}/${record.offset}`,
        value: value ?? record.value!,
      })),
    );

async function run({ settings }: Scene, process: Processor, events: ConsumerEvent[] = []): Promise<SupervisedConsumer> {
  const consumer = await startExactlyOnce(client, settings, process, { observe: (event) => events.push(event) });
  open.push(consumer);
  return consumer;
}

async function reader(topic: string): Promise<TopicReader> {
  const opened = await readTopic(client, topic);
  open.push(opened);
  return opened;
}

const keys = (messages: TopicReader['messages']): string[] => messages.map((message) => String(message.key));
const all = (count: number) => (messages: TopicReader['messages']) => new Set(keys(messages)).size === count;
const once = (messages: TopicReader['messages']): boolean => new Set(keys(messages)).size === messages.length;

describe('exactly once, on a real broker', () => {
  afterEach(async () => {
    await Promise.all(open.splice(0).map((opened) => opened.stop()));
  });

  test('given two members and one that joins late and leaves, when all is read, then each record is answered once', async () => {
    const stage = await scene(4_000);
    const answers = await reader(stage.output);
    const slow: Processor = async (records) => {
      await new Promise((resolve) => setImmediate(resolve));
      return echo(stage.output)(records);
    };
    await run(stage, slow);
    await answers.until((messages) => messages.length > 100);
    const late = await run(stage, slow);
    await answers.until((messages) => messages.length > 1_000);
    await late.stop();
    await answers.until(all(stage.records));
    expect(once(answers.messages)).toBe(true);
  });

  test('given a source that cannot be read for a while, when it comes back, then nothing was skipped and nothing doubled', async () => {
    const stage = await scene(500);
    const events: ConsumerEvent[] = [];
    let outage = 6;
    const answers = await reader(stage.output);
    await run(
      stage,
      (records) => {
        if (outage-- > 0) return Promise.reject(new TidewaiterError('TDW_POSTGRES_UNAVAILABLE', 'away'));
        return echo(stage.output)(records);
      },
      events,
    );
    await answers.until(all(stage.records));
    expect(once(answers.messages)).toBe(true);
    expect(events.filter((event) => event.kind === 'waiting').length).toBeGreaterThanOrEqual(6);
    expect(events.some((event) => event.kind === 'resumed')).toBe(true);
  });

  test('given a producer that was fenced by another, when it notices, then it drops its partition and goes on after a new assignment', async () => {
    const stage = await scene(2_000);
    const events: ConsumerEvent[] = [];
    const answers = await reader(stage.output);
    const admin = client.admin();
    await admin.connect();
    let batches = 0;
    await run(
      stage,
      async (records) => {
        batches += 1;
        if (batches === 5) {
          const { groupId, transactionTimeoutMs, maxSendBytes, compression } = stage.settings;
          const usurper = await openPartitionWriter(
            client,
            admin,
            {
              groupId,
              topic: stage.input,
              partition: records[0]!.partition,
              transactionTimeoutMs,
              maxSendBytes,
              compression,
            },
            () => undefined,
          );
          await usurper.close();
        }
        return echo(stage.output)(records);
      },
      events,
    );
    await answers.until(all(stage.records));
    await admin.disconnect();
    expect(events.filter((event) => event.kind === 'fenced')).toHaveLength(1);
    expect(once(answers.messages)).toBe(true);
  });

  test('given answers larger together than one request takes, when they are sent, then they leave in several requests of one transaction', async () => {
    const stage = await scene(200);
    const answers = await reader(stage.output);
    const large = Buffer.alloc(60_000, 'x');
    await run(stage, echo(stage.output, large));
    await answers.until(all(stage.records));
    expect(once(answers.messages)).toBe(true);
  });
});
