import { describe, expect, test } from 'vitest';
import { answered, record, report, TOPIC } from './batch-for-metrics.ts';
import { metricsForTests } from './metrics-for-tests.ts';

const red = { lane: 'red', kind: 'risk', direction: 'import' };

describe('what is counted is what was committed', () => {
  test('given a batch that was answered, when its transaction has not ended, then nothing is counted; when it commits, then once', async () => {
    const metrics = metricsForTests();
    metrics.batch(report([answered({ lane: 'red', items: 3 })]));
    expect(await metrics.value('tidewaiter_declarations_total', red)).toBe(0);
    metrics.committed();
    metrics.committed();
    expect(await metrics.value('tidewaiter_declarations_total', red)).toBe(1);
    expect(await metrics.value('tidewaiter_items_total', red)).toBe(3);
    expect(await metrics.value('tidewaiter_transactions_total', { result: 'committed' })).toBe(2);
  });

  test('given a transaction that was aborted, when the batch is tried again and commits, then its declarations count once', async () => {
    const metrics = metricsForTests();
    const batch = report([answered({ lane: 'red' })], {
      ended: [{ kind: 'skip', entry: { record: record() }, step: 'claim', reason: 'duplicate' }],
    });
    metrics.batch(batch);
    metrics.consumer('scoring', { kind: 'aborted', topic: TOPIC, partition: 0 });
    metrics.batch(batch);
    metrics.committed();
    expect(await metrics.value('tidewaiter_declarations_total', red)).toBe(1);
    expect(await metrics.value('tidewaiter_records_skipped_total', { reason: 'duplicate' })).toBe(1);
    expect(await metrics.value('tidewaiter_transactions_total', { result: 'aborted' })).toBe(1);
  });

  test('given batches of two partitions, when one commits, then only its declarations count', async () => {
    const metrics = metricsForTests();
    metrics.batch(report([answered({ lane: 'red', partition: 0 })]));
    metrics.batch(report([answered({ lane: 'red', partition: 1 })]));
    metrics.committed(1);
    expect(await metrics.value('tidewaiter_declarations_total', red)).toBe(1);
  });

  test("given a batch at hand, when the partitions are shared out anew, then it is somebody else's to count", async () => {
    const metrics = metricsForTests();
    metrics.batch(report([answered({ lane: 'red' })]));
    metrics.consumer('scoring', { kind: 'rebalancing' });
    metrics.committed();
    expect(await metrics.value('tidewaiter_declarations_total', red)).toBe(0);
  });
});
