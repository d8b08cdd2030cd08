import { Registry } from 'prom-client';
import type { ConsumerEvent } from '../../../services/adapters/kafka/stream/consumer-events.ts';
import { createMemoryModelBaselines } from '../../../services/adapters/memory/model-baselines.ts';
import { createMetrics, type Metrics, type MetricsOptions } from '../../../services/adapters/prometheus/metrics.ts';
import type { Rule } from '../../../services/risk/rules/rule.ts';
import { ARRIVAL, TOPIC } from './batch-for-metrics.ts';

const DAY = 86_400_000;

const MINUTE = 60_000;
const DEADLINES = {
  containerisedSea: 1_440 * MINUTE,
  sea: 120 * MINUTE,
  rail: 60 * MINUTE,
  road: 60 * MINUTE,
  air: 30 * MINUTE,
  mail: 30 * MINUTE,
  fixedInstallation: 1_440 * MINUTE,
  inlandWater: 60 * MINUTE,
  otherwise: 30 * MINUTE,
};

const RULES = ['code-unknown', 'mass-net-above-gross'];
export const MODEL = 'anomaly';

export interface MetricsForTests extends Metrics {
  readonly registry: Registry;
  /** Value of a metric with exactly these labels; undefined where there is none. */
  value(name: string, labels?: Record<string, string>): Promise<number | undefined>;
  committed(partition?: number): void;
  setNow(instant: number): void;
}

export function metricsForTests(options: Partial<MetricsOptions> = {}): MetricsForTests {
  const registry = new Registry();
  let now = ARRIVAL;
  const metrics = createMetrics(registry, {
    services: ['scoring', 'audit'],
    build: { version: '0.1.0', engine: '1', node: 'v20.19.0' },
    models: () => [{ name: MODEL, version: '1', backend: 'statistics' }],
    editionOverdueSince: () => undefined,
    oldAfter: {
      tariff: 45 * DAY,
      nomenclature: 400 * DAY,
      exchangeRates: 40 * DAY,
      usualRatios: 400 * DAY,
      licences: DAY,
    },
    deadlines: DEADLINES,
    baselines: createMemoryModelBaselines(),
    now: () => now,
    ...options,
  });
  metrics.edition({
    id: 'ed'.repeat(32),
    policy: { hash: 'ab'.repeat(32), rules: RULES.map((id) => ({ document: { id } }) as Rule) },
    reference: { versions: {}, sourceDays: {} },
  });
  return {
    ...metrics,
    registry,
    value: async (name, labels = {}) => {
      const found = (await registry.getMetricsAsJSON())
        .flatMap((metric) => metric.values as { value: number; labels: Record<string, string>; metricName?: string }[])
        .find((sample) => sample.metricName === name && same(sample.labels, labels));
      if (found) return found.value;
      const plain = (await registry.getSingleMetric(name)?.get())?.values as
        { value: number; labels: Record<string, string>; metricName?: string }[] | undefined;
      return plain?.find((sample) => sample.metricName === undefined && same(sample.labels, labels))?.value;
    },
    committed: (partition = 0) => metrics.consumer('scoring', committedEvent(partition)),
    setNow: (instant) => {
      now = instant;
    },
  };
}

const committedEvent = (partition: number): ConsumerEvent => ({
  kind: 'committed',
  topic: TOPIC,
  partition,
  next: 1n,
  records: 1,
  outputs: 2,
  bytes: 500,
  seconds: 0.02,
});

function same(a: Record<string, string>, b: Record<string, string>): boolean {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length && left.every(([name, value]) => b[name] === value);
}
