import { Gauge, type Registry } from 'prom-client';
import type { ModelAnswer } from '../../risk/facts/facts.ts';
import type { ModelEvent, TrainingSpread } from '../../scoring/models/model-event.ts';
import { createDriftWindow, type DriftWindow } from './drift-window.ts';

/** How far what a model sees and says has moved from its training. */
export interface DriftMetrics {
  model(event: ModelEvent): void;
  /** At once, not when the batch is committed: a batch that is tried again is seen twice, which the shape of thousands does not notice. */
  answered(answer: ModelAnswer): void;
}

/** Names of what is watched in every model; its own features are "feature/<name>". */
const SCORE = 'score';
const P_VALUE = 'p-value';
const FEATURE = 'feature/';

/** One index for each number whose spread in training the artefact holds; another version begins anew. */
export function driftMetrics(registry: Registry): DriftMetrics {
  const windows = new Map<string, ReadonlyMap<string, DriftWindow>>();
  new Gauge({
    name: 'tidewaiter_model_stability_index',
    help: 'Population stability index of a model\'s scores, p-values and main features against its training: below 0.1 nothing has moved, above 0.25 the goods are no longer those it was made from.',
    labelNames: ['model', 'measure'] as const,
    registers: [registry],
    collect() {
      this.reset();
      for (const [model, measures] of windows) {
        for (const [measure, window] of measures) {
          const index = window.index();
          if (index !== undefined) this.set({ model, measure }, index);
        }
      }
    },
  });
  return {
    model: (event) => {
      if (event.kind === 'inUse' && event.role === 'active') windows.set(event.model, windowsOf(event.trainedOn));
      if (event.kind === 'unusable' && event.role === 'active') windows.delete(event.model);
    },
    answered: ({ model, score, pValue, measures }) => {
      const watched = windows.get(model);
      if (watched === undefined) return;
      if (score !== undefined) watched.get(SCORE)?.add(score);
      if (pValue !== undefined) watched.get(P_VALUE)?.add(pValue);
      for (const name in measures) watched.get(`${FEATURE}${name}`)?.add(measures[name]!);
    },
  };
}

function windowsOf(trainedOn: TrainingSpread): ReadonlyMap<string, DriftWindow> {
  return new Map(Object.entries(trainedOn).map(([measure, histogram]) => [measure, createDriftWindow(histogram)]));
}
