import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oldestArrival } from '../../../services/adapters/kafka/progress/oldest-arrival.ts';
import { ARRIVAL, TOPIC } from './batch-for-metrics.ts';
import { metricsForTests } from './metrics-for-tests.ts';

const scoring = { service: 'scoring' };
const OLDEST = 'tidewaiter_oldest_unanswered_seconds';

describe('the oldest unanswered declaration', () => {
  test('given nothing that waits, when asked, then its age is 0 and the deadline is known', async () => {
    const metrics = metricsForTests();
    expect(await metrics.value(OLDEST, scoring)).toBe(0);
    expect(await metrics.value('tidewaiter_answer_deadline_seconds')).toBe(1_800);
  });

  test('given a partition that stands still, when time passes, then the age grows until it is answered', async () => {
    const metrics = metricsForTests();
    metrics.consumer('scoring', { kind: 'lag', topic: TOPIC, partition: 3, records: 40, oldest: ARRIVAL - 5_000 });
    expect(await metrics.value(OLDEST, scoring)).toBe(5);
    metrics.setNow(ARRIVAL + 60_000);
    expect(await metrics.value(OLDEST, scoring)).toBe(65);
    metrics.consumer('scoring', { kind: 'answered', topic: TOPIC, partition: 3, records: 30, oldest: ARRIVAL });
    expect(await metrics.value(OLDEST, scoring)).toBe(60);
    expect(await metrics.value('tidewaiter_consumer_lag_records', scoring)).toBe(10);
    metrics.consumer('scoring', { kind: 'answered', topic: TOPIC, partition: 3, records: 10, oldest: undefined });
    expect(await metrics.value(OLDEST, scoring)).toBe(0);
  });

  test('given a partition that nobody reads, when the brokers tell of it, then it counts', async () => {
    const metrics = metricsForTests();
    metrics.progress('scoring', { partitions: [], standing: [], records: 7, oldest: ARRIVAL - 90_000 });
    expect(await metrics.value(OLDEST, scoring)).toBe(90);
    expect(await metrics.value('tidewaiter_consumer_lag_records', scoring)).toBe(7);
  });

  test('given two partitions that stand still, when the brokers tell of them, then they are counted, and for how long the first has', async () => {
    const metrics = metricsForTests();
    expect(await metrics.value('tidewaiter_partitions_standing_still', scoring)).toBe(0);
    const still = { topic: TOPIC, unanswered: 3 };
    metrics.progress('scoring', {
      partitions: [],
      records: 6,
      standing: [
        { ...still, partition: 4, since: ARRIVAL - 300_000 },
        { ...still, partition: 1, since: ARRIVAL - 150_000 },
      ],
    });
    expect(await metrics.value('tidewaiter_partitions_standing_still', scoring)).toBe(2);
    expect(await metrics.value('tidewaiter_standstill_seconds', scoring)).toBe(300);
    metrics.progress('scoring', { partitions: [], records: 0, standing: [] });
    expect(await metrics.value('tidewaiter_standstill_seconds', scoring)).toBe(0);
  });

  test('given records that left the log unread, and a topic made anew, then both are counted from 0', async () => {
    const metrics = metricsForTests();
    expect(await metrics.value('tidewaiter_records_lost_total', scoring)).toBe(0);
    metrics.consumer('scoring', { kind: 'recordsLost', topic: TOPIC, partition: 1, from: 20n, to: 80n });
    metrics.consumer('scoring', { kind: 'logReplaced', topic: TOPIC, partition: 2, from: 7n, start: 0n });
    expect(await metrics.value('tidewaiter_records_lost_total', scoring)).toBe(60);
    expect(await metrics.value('tidewaiter_logs_replaced_total', scoring)).toBe(1);
  });

  test('given partitions that went to another process, when this one has joined anew, then what it held no longer counts', async () => {
    const metrics = metricsForTests();
    metrics.consumer('scoring', { kind: 'lag', topic: TOPIC, partition: 3, records: 40, oldest: ARRIVAL - 5_000 });
    metrics.consumer('scoring', { kind: 'joined', partitions: [] });
    expect(await metrics.value(OLDEST, scoring)).toBe(0);
  });
});

describe('finding the oldest arrival by asking only whether one is older', () => {
  test('given any age, when it is narrowed down, then the answer is never too young, and at most a second or a twentieth too old', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 30 * 86_400_000 }), async (age) => {
        let asked = 0;
        const found =
          ARRIVAL -
          (await oldestArrival((instant) => Promise.resolve((asked += 1) > 0 && ARRIVAL - age < instant), ARRIVAL));
        expect(found).toBeGreaterThanOrEqual(age);
        expect(found).toBeLessThanOrEqual(age + Math.max(1_001, age * 0.06));
        expect(asked).toBeLessThan(40);
      }),
    );
  });
});
