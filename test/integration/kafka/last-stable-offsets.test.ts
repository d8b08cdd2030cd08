import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  highWatermarks,
  lastStableOffsets,
  openAdminOfUncommitted,
} from '../../../services/adapters/kafka/committed/last-stable-offsets.ts';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';

const kafka = kafkaForTests();
const client = kafka.client();
const TOPIC = kafka.named('assessments');

describe('the last stable offset', () => {
  const admin = client.admin();
  const uncommitted = openAdminOfUncommitted(client);

  beforeAll(async () => {
    await Promise.all([admin.connect(), uncommitted.admin.connect()]);
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic: TOPIC, numPartitions: 2 }] });
  });
  afterAll(async () => {
    await Promise.all([admin.disconnect(), uncommitted.admin.disconnect()]);
  });

  test('given a transaction that is open in one partition, then it stands where that began while the end grows, and is the end again once it is closed', async () => {
    const producer = client.producer({
      transactionalId: kafka.named('writer'),
      idempotent: true,
      maxInFlightRequests: 1,
      retry: { initialRetryTime: 30 },
    });
    await producer.connect();
    const plain = client.producer();
    await plain.connect();
    await plain.send({ topic: TOPIC, messages: [0, 1].map((partition) => ({ partition, value: 'before' })) });
    const transaction = await producer.transaction();
    await transaction.send({
      topic: TOPIC,
      messages: [
        { partition: 0, value: 'open' },
        { partition: 0, value: 'open' },
      ],
    });
    await plain.send({ topic: TOPIC, messages: [0, 1].map((partition) => ({ partition, value: 'behind it' })) });

    expect(await highWatermarks(uncommitted, TOPIC)).toEqual(
      new Map([
        [0, 4n],
        [1, 2n],
      ]),
    );
    expect(await lastStableOffsets(admin, TOPIC)).toEqual(
      new Map([
        [0, 1n],
        [1, 2n],
      ]),
    );

    await transaction.commit();
    await expect
      .poll(() => lastStableOffsets(admin, TOPIC), { timeout: 20_000 })
      .toEqual(
        new Map([
          [0, 5n],
          [1, 2n],
        ]),
      );
    expect(await highWatermarks(uncommitted, TOPIC)).toEqual(
      new Map([
        [0, 5n],
        [1, 2n],
      ]),
    );
    await Promise.all([producer.disconnect(), plain.disconnect()]);
  });
});
