import { Gauge, type Registry } from 'prom-client';
import type { ModelAnswer } from '../../risk/facts/model-answer.ts';
import type { ModelEvent, TrainingSpread } from '../../scoring/models/model-event.ts';
import type { ModelBaselines } from '../../scoring/ports/model-baselines.ts';
import { createDriftWindow, type DriftWindow } from './drift-window.ts';

/** How far what a model sees and says has moved from its training, and from what is usual here. */
export interface DriftMetrics {
  model(event: ModelEvent): void;
  /** At once, not when the batch is committed: a batch that is tried again is seen twice, which the shape of thousands does not notice. */
  answered(answer: ModelAnswer): void;
}

/** Names of what is watched in every model; its own features are "feature/<name>". */
const SCORE = 'score';
const P_VALUE = 'p-value';
const FEATURE = 'feature/';

type Windows = ReadonlyMap<string, DriftWindow>;

/** One index for each number whose spread in training the artefact holds; another version begins anew. */
export function driftMetrics(registry: Registry, baselines: ModelBaselines): DriftMetrics {
  const watched = new Map<string, Watched>();
  new Gauge({
    name: 'tidewaiter_model_stability_index',
    help: "Population stability index of a model's scores, p-values and main features against its training, or against the first 10,000 of this installation: below 0.1 nothing has moved, above 0.25 the goods are others.",
    labelNames: ['model', 'measure', 'against'] as const,
    registers: [registry],
    collect() {
      this.reset();
      for (const [model, { windows }] of watched) {
        for (const [measure, window] of windows) {
          const [training, installation] = [window.sinceTraining(), window.sinceBaseline()];
          if (training !== undefined) this.set({ model, measure, against: 'training' }, training);
          if (installation !== undefined) this.set({ model, measure, against: 'installation' }, installation);
        }
      }
    },
  });
  return {
    model: (event) => {
      if (event.kind === 'inUse' && event.role === 'active') watched.set(event.model, watch(event, baselines));
      if (event.kind === 'unusable' && event.role === 'active') watched.delete(event.model);
    },
    answered: (answer) => watched.get(answer.model)?.see(answer),
  };
}

interface Watched {
  readonly windows: Windows;
  see(answer: ModelAnswer): void;
}

function watch(
  {
    model,
    version,
    trainedOn,
  }: { readonly model: string; readonly version: string; readonly trainedOn: TrainingSpread },
  baselines: ModelBaselines,
): Watched {
  const windows: Windows = new Map(
    Object.entries(trainedOn).map(([measure, histogram]) => [measure, createDriftWindow(histogram)]),
  );
  const loaded = adoptKept(baselines.read(model, version), windows);
  const asked = new Set<string>();
  const add = (measure: string, value: number): void => {
    const window = windows.get(measure);
    window?.add(value);
    const counts = asked.has(measure) ? undefined : window?.ripe();
    if (counts === undefined) return;
    asked.add(measure);
    // What is kept already comes first: another process may have had its ten thousand before.
    void loaded
      .then(() =>
        adoptKept(
          baselines.keep({ model, version, measure, counts }).then((kept) => [kept]),
          windows,
        ),
      )
      .then((kept) => kept || asked.delete(measure));
  };
  return {
    windows,
    see: ({ score, pValue, measures }) => {
      if (score !== undefined) add(SCORE, score);
      if (pValue !== undefined) add(P_VALUE, pValue);
      for (const name in measures) add(`${FEATURE}${name}`, measures[name]!);
    },
  };
}

/** Without the database there is no verdict on drift, and no harm either: it is asked again. @returns whether it answered */
async function adoptKept(asking: ReturnType<ModelBaselines['read']>, windows: Windows): Promise<boolean> {
  try {
    for (const { measure, counts } of await asking) windows.get(measure)?.adopt(counts);
    return true;
  } catch {
    return false;
  }
}
