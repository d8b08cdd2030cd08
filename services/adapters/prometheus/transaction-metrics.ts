import { Counter, Histogram, type Registry } from 'prom-client';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';

const TIME_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const BYTE_BUCKETS = [1e3, 1e4, 1e5, 2.5e5, 5e5, 1e6, 2.5e6, 5e6, 1e7, 2.5e7];

/** The transactions in which answers leave. */
export function transactionMetrics(registry: Registry): (event: ConsumerEvent) => void {
  const registers = [registry];
  const ended = new Counter({
    name: 'tidewaiter_transactions_total',
    help: 'Transactions by how they ended; one whose commit is in doubt counts as aborted.',
    labelNames: ['result'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'tidewaiter_transaction_seconds',
    help: 'Time from the first record sent to the commit.',
    buckets: TIME_BUCKETS,
    registers,
  });
  const bytes = new Histogram({
    name: 'tidewaiter_transaction_bytes',
    help: 'Bytes of the records in a committed transaction.',
    buckets: BYTE_BUCKETS,
    registers,
  });
  const records = new Counter({
    name: 'tidewaiter_output_records_total',
    help: 'Records sent in committed transactions.',
    registers,
  });
  ended.inc({ result: 'committed' }, 0);
  ended.inc({ result: 'aborted' }, 0);
  return (event) => {
    if (event.kind === 'aborted') ended.inc({ result: 'aborted' });
    if (event.kind !== 'committed') return;
    ended.inc({ result: 'committed' });
    seconds.observe(event.seconds);
    bytes.observe(event.bytes);
    records.inc(event.outputs);
  };
}
