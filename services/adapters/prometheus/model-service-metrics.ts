import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ModelEvent } from '../../scoring/models/model-event.ts';
import type { RiskModel } from '../../scoring/ports/risk-model.ts';

/** A model as metrics see it: asked anew each time, as its version may change. */
export type ModelName = Pick<RiskModel, 'name' | 'version' | 'backend' | 'cacheUse'>;

const CALL_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.075, 0.1, 0.25, 0.5, 1];

/** Which models are in use and how much of what they are asked they remember; and, of what happens to them, whether the versions that should be in use are, how long calls take and how many come to nothing. */
export function modelServiceMetrics(
  registry: Registry,
  models: () => readonly ModelName[],
): (event: ModelEvent) => void {
  declareInfo(registry, models);
  declareCache(registry, models);
  return eventMetrics(registry);
}

function declareInfo(registry: Registry, models: () => readonly ModelName[]): void {
  new Gauge({
    name: 'tidewaiter_model_info',
    help: 'Models in use; always 1.',
    labelNames: ['model', 'version', 'backend'] as const,
    registers: [registry],
    collect() {
      this.reset();
      for (const { name, version, backend } of models())
        this.set({ model: name, version: version.slice(0, 12), backend }, 1);
    },
  });
}

function declareCache(registry: Registry, models: () => readonly ModelName[]): void {
  new Gauge({
    name: 'tidewaiter_model_cache_answers',
    help: 'Questions that a model had answered before (hit) or had to compute (miss), since its version was loaded.',
    labelNames: ['model', 'result'] as const,
    registers: [registry],
    collect() {
      for (const model of models()) {
        const use = model.cacheUse?.();
        if (use === undefined) continue;
        this.set({ model: model.name, result: 'hit' }, use.hits);
        this.set({ model: model.name, result: 'miss' }, use.misses);
      }
    },
  });
}

function eventMetrics(registry: Registry): (event: ModelEvent) => void {
  const registers = [registry];
  const usable = new Gauge({
    name: 'tidewaiter_model_usable',
    help: 'Whether the version that should be in use (role active) or on trial (shadow) is: 1, else 0.',
    labelNames: ['model', 'role'] as const,
    registers,
  });
  const calls = new Histogram({
    name: 'tidewaiter_model_call_seconds',
    help: 'Time of one call of a model; more than 0.05 holds up everything else.',
    labelNames: ['model', 'role'] as const,
    buckets: CALL_BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: 'tidewaiter_model_failures_total',
    help: 'Items that a model failed on: they are answered unknown.',
    labelNames: ['model', 'role'] as const,
    registers,
  });
  return (event) => {
    const { model, role } = event;
    switch (event.kind) {
      case 'inUse':
        usable.set({ model, role }, 1);
        failures.inc({ model, role }, 0);
        return;
      case 'unusable':
        return usable.set({ model, role }, 0);
      case 'ended':
        return usable.remove({ model, role });
      case 'called':
        return calls.observe({ model, role }, event.seconds);
      case 'failed':
        return failures.inc({ model, role }, event.items);
    }
  };
}
