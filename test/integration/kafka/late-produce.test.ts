import { randomUUID } from 'node:crypto';
import { logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LocalKafka, startLocalKafka } from '../../../infra/local/kafka/start-local-kafka.ts';
import {
  highWatermarks,
  lastStableOffsets,
  openAdminOfUncommitted,
} from '../../../services/adapters/kafka/committed/last-stable-offsets.ts';
import { openKafka } from '../../../services/adapters/kafka/committed/open-kafka.ts';
import { kafkaFailure } from '../../../services/adapters/kafka/stream/kafka-failure.ts';
import { openPartitionWriter, type WriterSettings } from '../../../services/adapters/kafka/stream/partition-writer.ts';
import { noCheckpoint } from '../../../services/scoring/ports/stream.ts';
import { type HoldingProxy, openHoldingProxy, PRODUCE } from '../../harness/holding-proxy.ts';
import { readTopic } from '../../harness/read-topic.ts';
import { within } from '../../harness/within.ts';

const [INPUT, OUTPUT] = ['customs.declarations', 'customs.assessments'];
const settings: WriterSettings = {
  groupId: `group-${randomUUID()}`,
  topic: INPUT,
  partition: 0,
  transactionTimeoutMs: 60_000,
  maxSendBytes: 900_000,
  compression: 'lz4',
};
const answers = [1, 2, 3].map((number) => ({
  topic: OUTPUT,
  key: `26GB${number}`,
  value: Buffer.from(`answer ${number}`),
}));

/** A broker of its own: a Produce of others must not be what is held back. */
describe('a Produce that arrives when its transaction was aborted', () => {
  let wire: HoldingProxy;
  let broker: LocalKafka;
  const through = (brokers: string) =>
    openKafka({ brokers: [brokers], logLevel: logLevel.NOTHING, retry: { initialRetryTime: 30, retries: 12 } });

  beforeAll(async () => {
    wire = await openHoldingProxy();
    broker = await startLocalKafka({ advertisedPort: wire.port });
    wire.leadTo(broker.port);
  });
  afterAll(async () => {
    await Promise.all([broker.stop(), wire.close()]);
  });

  test('given a successor that took the partition over meanwhile, then the broker refuses it, nothing is there twice, and no transaction is left open', async () => {
    const [client, past] = [through(broker.brokers), through(broker.directBrokers)];
    const [admin, uncommitted] = [past.admin(), openAdminOfUncommitted(past)];
    await Promise.all([admin.connect(), uncommitted.admin.connect()]);
    await admin.createTopics({
      waitForLeaders: true,
      topics: [INPUT, OUTPUT].map((topic) => ({ topic, numPartitions: 1 })),
    });

    // A broker that has just begun does not know the group's coordinator at once.
    const first = await vi.waitFor(() => openPartitionWriter(client, admin, settings, noCheckpoint), {
      timeout: 60_000,
      interval: 200,
    });
    const holding = wire.holdNext(PRODUCE);
    const committing = first.commit(answers, { next: 3n }).then(() => 'committed', kafkaFailure);
    const held = await within(30_000, 'a Produce was held back', holding);
    const successor = await openPartitionWriter(past, admin, settings, noCheckpoint);
    expect(successor.committed).toBeUndefined();
    await successor.commit(answers, { next: 3n });
    held.release();

    expect(await committing).toBe('fenced');
    const reader = await readTopic(past, OUTPUT);
    await reader.until((messages) => messages.length >= answers.length);
    await expect
      .poll(async () => lastStableOffsets(admin, OUTPUT), { timeout: 20_000 })
      .toEqual(await highWatermarks(uncommitted, OUTPUT));
    expect(reader.messages.map(({ key }) => String(key))).toEqual(answers.map(({ key }) => key));
    await Promise.all([
      reader.stop(),
      first.close(),
      successor.close(),
      admin.disconnect(),
      uncommitted.admin.disconnect(),
    ]);
  });
});
