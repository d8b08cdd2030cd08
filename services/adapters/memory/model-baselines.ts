import type { ModelBaseline, ModelBaselines } from '../../scoring/ports/model-baselines.ts';

/** Baselines of models in this process alone. */
export function createMemoryModelBaselines(): ModelBaselines {
  const kept = new Map<string, ModelBaseline>();
  return {
    read: (model, version) =>
      Promise.resolve([...kept.values()].filter((one) => one.model === model && one.version === version)),
    keep: (baseline) => {
      const key = JSON.stringify([baseline.model, baseline.version, baseline.measure]);
      const stands = kept.get(key) ?? baseline;
      kept.set(key, stands);
      return Promise.resolve(stands);
    },
  };
}
