import type { Registry } from 'prom-client';
import { createMemoryModelBaselines } from '../../../services/adapters/memory/model-baselines.ts';
import { createMetrics } from '../../../services/adapters/prometheus/metrics.ts';
import {
  createRegistry,
  readinessMetrics,
  retentionMetrics,
  stableOffsetMetrics,
} from '../../../services/adapters/prometheus/process-metrics.ts';
import { createReadiness } from '../../../services/adapters/readiness/readiness.ts';

/** What a scrape adds to every series of a process. */
const TARGET_LABELS = ['job', 'instance'];

/** Labels by the name of every series that a process exposes, and of `up`, which Prometheus writes itself. */
export function exposedSeries(): Map<string, ReadonlySet<string>> {
  const series = new Map<string, ReadonlySet<string>>([['up', new Set(TARGET_LABELS)]]);
  for (const { name, type, labelNames } of declared(everyMetric())) {
    const labels = [...TARGET_LABELS, ...labelNames];
    if (type === 'histogram') series.set(`${name}_bucket`, new Set([...labels, 'le']));
    for (const part of type === 'histogram' || type === 'summary' ? [`${name}_sum`, `${name}_count`] : [name])
      series.set(part, new Set(labels));
  }
  return series;
}

/** Metrics of our own, without those of the runtime. */
export const ownMetrics = (): readonly string[] =>
  declared(everyMetric())
    .map(({ name }) => name)
    .filter((name) => name.startsWith('tidewaiter_'));

function everyMetric(): Registry {
  const registry = createRegistry();
  const oldAfter = { tariff: 1, nomenclature: 1, exchangeRates: 1, usualRatios: 1, licences: 1 };
  const deadlines = {
    containerisedSea: 1,
    sea: 1,
    rail: 1,
    road: 1,
    air: 1,
    mail: 1,
    fixedInstallation: 1,
    inlandWater: 1,
    otherwise: 1,
  };
  createMetrics(registry, {
    services: ['scoring', 'audit'],
    build: { version: '', engine: '', node: '' },
    models: () => [],
    editionOverdueSince: () => undefined,
    oldAfter,
    deadlines,
    baselines: createMemoryModelBaselines(),
    now: () => 0,
  });
  readinessMetrics(registry, createReadiness([]));
  stableOffsetMetrics(registry, 0);
  retentionMetrics(registry, new Map());
  return registry;
}

interface Declared {
  readonly name: string;
  readonly type: string;
  readonly labelNames: readonly string[];
}

function declared(registry: Registry): readonly Declared[] {
  return registry.getMetricsAsArray().map((metric) => {
    const { name, labelNames = [] } = metric as unknown as {
      readonly name: string;
      readonly labelNames?: readonly string[];
    };
    return { name, type: metric.constructor.name.toLowerCase(), labelNames };
  });
}
