import { expect, test, vi } from 'vitest';
import { openLogs } from '../../../services/adapters/kafka/progress/logs.ts';
import { type GroupProgress, readProgress } from '../../../services/adapters/kafka/progress/read-progress.ts';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';

const kafka = kafkaForTests();
const NOW = Date.parse('2026-11-22T08:00:00Z');
const minutesAgo = (minutes: number): string => String(NOW - minutes * 60_000);

test('given records of which some are answered, when the brokers are asked, then lag and the oldest unanswered arrival are told, whoever reads', async () => {
  const [topic, groupId] = [kafka.named('in'), kafka.named('group')];
  const client = kafka.client();
  const [admin, producer] = [client.admin(), client.producer()];
  const [logs] = await Promise.all([openLogs(client), admin.connect(), producer.connect()]);
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 2 }] });
  const look = (): Promise<GroupProgress> => readProgress(logs, admin, { groupId, topics: [topic], now: () => NOW });
  const age = async (): Promise<number> => (NOW - ((await look()).oldest ?? NOW)) / 60_000;
  const answer = (partition: number, offset: number): Promise<unknown> =>
    admin.setOffsets({ groupId, topic, partitions: [{ partition, offset: String(offset) }] });

  // A new broker has to find out first who coordinates the group.
  await vi.waitFor(async () => expect(await look()).toMatchObject({ records: 0 }), { timeout: 30_000 });
  await producer.send({
    topic,
    messages: [50, 40, 3].map((minutes) => ({ partition: 0, value: 'x', timestamp: minutesAgo(minutes) })),
  });
  await producer.send({
    topic,
    messages: [20, 10].map((minutes) => ({ partition: 1, value: 'x', timestamp: minutesAgo(minutes) })),
  });

  expect((await look()).records).toBe(5);
  expect(await age()).toBeGreaterThanOrEqual(50);
  expect(await age()).toBeLessThan(53);

  await answer(0, 2);
  expect((await look()).records).toBe(3);
  expect(await age()).toBeGreaterThanOrEqual(20);
  expect(await age()).toBeLessThan(21.5);

  await answer(1, 2);
  expect(await age()).toBeGreaterThanOrEqual(3);
  expect(await age()).toBeLessThan(3.5);

  await answer(0, 3);
  const { partitions, ...sum } = await look();
  expect(sum).toEqual({ records: 0 });
  expect(partitions).toContainEqual({ topic, partition: 0, start: 0n, end: 3n, next: 3n, unanswered: 0, gaps: [] });

  await admin.createPartitions({ topicPartitions: [{ topic, count: 3 }] });
  await vi.waitFor(async () => expect((await look()).partitions).toHaveLength(3));
  await answer(0, 1);
  await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '2' }] });
  expect((await look()).partitions).toContainEqual({
    topic,
    partition: 0,
    start: 2n,
    end: 3n,
    next: 2n,
    unanswered: 1,
    gaps: [{ kind: 'recordsLost', from: 1n, to: 2n }],
  });
  await Promise.all([logs.stop(), admin.disconnect(), producer.disconnect()]);
});
