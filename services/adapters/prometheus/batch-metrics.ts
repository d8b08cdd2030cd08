import { Histogram, type Registry } from 'prom-client';
import type { BatchReport } from '../../scoring/processor/processor.ts';

const STEP_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const SIZE_BUCKETS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500];

/** The work itself, whether or not its outcome was committed: how large batches are, and where their time goes. */
export function batchMetrics(registry: Registry): (report: BatchReport) => void {
  const registers = [registry];
  const sizes = new Histogram({
    name: 'tidewaiter_batch_records',
    help: 'Records in a batch.',
    buckets: SIZE_BUCKETS,
    registers,
  });
  const steps = new Histogram({
    name: 'tidewaiter_step_seconds',
    help: 'Time that a step took for a batch.',
    labelNames: ['step'] as const,
    buckets: STEP_BUCKETS,
    registers,
  });
  return ({ records, times }) => {
    sizes.observe(records);
    for (const { step, seconds, entries } of times) if (entries > 0) steps.observe({ step }, seconds);
  };
}
