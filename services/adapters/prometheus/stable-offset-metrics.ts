import { Gauge, type Registry } from 'prom-client';

const SECOND = 1_000;

/** Whether a transaction hangs in a topic that answers leave to. @param transactionTimeout after which brokers abort one, milliseconds */
export function stableOffsetMetrics(
  registry: Registry,
  transactionTimeout: number,
): (topic: string, standing: number) => void {
  const registers = [registry];
  const stands = new Gauge({
    name: 'tidewaiter_stable_offset_stands_seconds',
    help: 'For how long the last stable offset of a partition has stood still below the high watermark, the longest of the topic; 0 where none does.',
    labelNames: ['topic'] as const,
    registers,
  });
  new Gauge({
    name: 'tidewaiter_transaction_timeout_seconds',
    help: 'How long a transaction may stay open before the brokers abort it.',
    registers,
  }).set(transactionTimeout / SECOND);
  return (topic, standing) => stands.set({ topic }, standing / SECOND);
}
