import { setImmediate } from 'node:timers/promises';
import type { Settings } from '../../../config/settings.ts';
import { anomalyModel } from '../../../models/anomaly/serve/anomaly-model.ts';
import type { TrainedModel } from '../../../models/artefact/trained-model.ts';
import { classificationModel } from '../../../models/classification/serve/classification-model.ts';
import { findArtefacts } from '../../adapters/model-files/find-artefacts.ts';
import { readLocalActivations } from '../../adapters/model-files/local-activations.ts';
import { modelsInForce } from '../../reference/models/models-in-force.ts';
import type { ReferenceActivation } from '../../risk/messages/reference-activation.ts';
import type { ModelEvent, ModelListener } from '../../scoring/models/model-event.ts';
import { createServedModel, type Loaded } from '../../scoring/models/served-model.ts';
import type { RiskModel } from '../../scoring/ports/risk-model.ts';
import { FollowedModel } from './followed-model.ts';
import { loadModel, shippedVersion } from './load-model.ts';

/** Models that are made of an artefact. A new one is a line here. */
export const TRAINED: readonly TrainedModel[] = [classificationModel, anomalyModel];

/** Where no version of a trained model is in force. */
const NONE = 'none';

/** The models of one process. */
export interface ServedModels {
  readonly models: readonly RiskModel[];
  /** Follows the reference topic: a version activated there is in use from the next batch on. */
  follow(activation: ReferenceActivation): Promise<void>;
  /** Tells what is in place now, and from then on everything. */
  listen(listener: ModelListener): void;
}

/** What models are composed of, besides the settings. */
export interface ModelParts {
  /** Activations that hold already. */
  readonly activations: Iterable<ReferenceActivation>;
  readonly trained?: readonly TrainedModel[];
}

/** All models, as the stream asks them: the versions in force, else those that come with Tidewaiter. */
export async function composeModels(
  { models: { dir, backend } }: Pick<Settings, 'models'>,
  { activations, trained = TRAINED }: ModelParts,
): Promise<ServedModels> {
  const listeners: ModelListener[] = [];
  const observe = (event: ModelEvent): void => listeners.forEach((listener) => listener(event));
  const inForce = modelsInForce(activations);
  const found = findArtefacts(dir);
  const followed = new Map<string, FollowedModel>();
  for (const model of trained) {
    const { active = shippedVersion(model.name, found), shadow } = inForce.get(model.name) ?? {};
    const first = active === undefined ? noVersion(model) : await loadModel(model, active, found, backend);
    // Looked for anew each time: the files of a later version may have come since.
    const load = (version: string): Promise<Loaded> => loadModel(model, version, findArtefacts(dir), backend);
    const one = new FollowedModel(
      createServedModel(model.name, first, observe, { now: () => performance.now(), pause: () => setImmediate() }),
      load,
    );
    await one.try(shadow);
    followed.set(model.name, one);
  }
  return {
    models: [...followed.values()].map(({ served }) => served),
    follow: async (activation) => followed.get(activation.name)?.follow(activation),
    listen: (listener) => {
      listeners.push(listener);
      for (const { served } of followed.values()) served.state().forEach(listener);
    },
  };
}

function noVersion({ name }: TrainedModel): Loaded {
  return {
    state: 'unusable',
    version: NONE,
    code: 'TDW_MODEL_MISSING',
    reason: `no version of the model ${name} is there`,
  };
}

/** The models as offline commands ask them: by what was activated on this machine. */
export async function composeOfflineModels(
  settings: Pick<Settings, 'models' | 'dataDir'>,
): Promise<readonly RiskModel[]> {
  return (await composeModels(settings, { activations: readLocalActivations(settings.dataDir) })).models;
}
