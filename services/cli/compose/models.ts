import { setImmediate } from 'node:timers/promises';
import type { Settings } from '../../../config/settings.ts';
import type { TrainedModel } from '../../../models/artefact/trained-model.ts';
import { classificationModel } from '../../../models/classification/classification-model.ts';
import { anomalyModel } from '../../../models/anomaly/anomaly-model.ts';
import { findArtefacts } from '../../adapters/model-files/find-artefacts.ts';
import { readLocalActivations } from '../../adapters/model-files/local-activations.ts';
import { modelsInForce, SHADOW_MODEL } from '../../reference/models/models-in-force.ts';
import type { ReferenceActivation } from '../../risk/reference/reference-activation.ts';
import type { ModelEvent, ModelListener } from '../../scoring/models/model-event.ts';
import { createServedModel, type Loaded, type ServedModel } from '../../scoring/models/served-model.ts';
import type { RiskModel } from '../../scoring/ports/risk-model.ts';
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
export async function composeModels({ models: { dir, backend } }: Pick<Settings, 'models'>, { activations, trained = TRAINED }: ModelParts): Promise<ServedModels> {
  const listeners: ModelListener[] = [];
  const observe = (event: ModelEvent): void => listeners.forEach((listener) => listener(event));
  const load = (model: TrainedModel, version: string): Promise<Loaded> => loadModel(model, version, findArtefacts(dir), backend);
  const inForce = modelsInForce(activations);
  const served = new Map<string, Served>();
  for (const model of trained) {
    const { active = shippedVersion(model.name, findArtefacts(dir)), shadow } = inForce.get(model.name) ?? {};
    const first = active === undefined ? noVersion(model) : await load(model, active);
    const one = createServedModel(model.name, first, observe, { now: () => performance.now(), pause: () => setImmediate() });
    if (shadow !== undefined) one.try(await load(model, shadow));
    served.set(model.name, { model, one, shadow });
  }
  return {
    models: [...served.values()].map(({ one }) => one),
    follow: async (activation) => {
      const place = served.get(activation.name);
      const told = modelsInForce([activation]).get(activation.name);
      if (place === undefined || told === undefined) return;
      if (activation.kind === SHADOW_MODEL) await putOnTrial(place, told.shadow);
      else if (told.active !== undefined && !isInUse(told.active, place.one)) place.one.activate(await load(place.model, told.active));
    },
    listen: (listener) => {
      listeners.push(listener);
      for (const { one } of served.values()) one.state().forEach(listener);
    },
  };

  /** A version that is on trial already is not loaded again, unless it could not be used. */
  async function putOnTrial(place: Served, version: string | undefined): Promise<void> {
    if (version === place.shadow && (version === undefined || place.one.state()[1]?.kind === 'inUse')) return;
    place.shadow = version;
    place.one.try(version === undefined ? undefined : await load(place.model, version));
  }
}

/** A version that could not be used is loaded again when it is activated again: its files may be there by now. */
function isInUse(version: string, one: ServedModel): boolean {
  return one.version === version && one.state()[0]?.kind === 'inUse';
}

interface Served {
  readonly model: TrainedModel;
  readonly one: ServedModel;
  /** Version on trial. */
  shadow: string | undefined;
}

function noVersion({ name }: TrainedModel): Loaded {
  return { state: 'unusable', version: NONE, code: 'TDW_MODEL_MISSING', reason: `no version of the model ${name} is there` };
}

/** The models as offline commands ask them: by what was activated on this machine. */
export async function composeOfflineModels(settings: Pick<Settings, 'models' | 'dataDir'>): Promise<readonly RiskModel[]> {
  return (await composeModels(settings, { activations: readLocalActivations(settings.dataDir) })).models;
}
