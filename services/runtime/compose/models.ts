import { setImmediate } from 'node:timers/promises';
import type { Settings } from '../../../config/settings.ts';
import { anomalyModel } from '../../../models/anomaly/serve/anomaly-model.ts';
import type { TrainedModel } from '../../../models/artefact/trained-model.ts';
import { classificationModel } from '../../../models/classification/serve/classification-model.ts';
import { findArtefacts, type FoundArtefact, shippedArtefacts } from '../../adapters/model-files/find-artefacts.ts';
import { readLocalActivations } from '../../adapters/model-files/local-activations.ts';
import type { Versions } from '../../reference/editions/manifest.ts';
import { modelsInForce } from '../../reference/models/models-in-force.ts';
import type { ModelListener } from '../../scoring/models/model-event.ts';
import { createServedModel, type Loaded, type ServedModel, versionOf } from '../../scoring/models/served-model.ts';
import { loadModel, shippedVersion } from './load-model.ts';

/** Models that are made of an artefact. A new one is a line here. */
export const TRAINED: readonly TrainedModel[] = [classificationModel, anomalyModel];

/** Where no version of a trained model is in force. */
const NONE = 'none';

/** Which versions to open. */
export interface ModelVersions {
  readonly models: Versions;
  readonly trials: Versions;
}

/** How models are opened, besides the settings. */
export interface ModelParts {
  readonly trained?: readonly TrainedModel[];
  /** Models that are open: a version among them is not loaded again, and keeps what it remembers. */
  readonly open?: readonly ServedModel[];
  /** Told of every call. */
  readonly observe?: ModelListener;
}

/** The versions of models that come with this release. */
export function shippedModels(trained = TRAINED): Versions {
  const found = shippedArtefacts();
  return Object.fromEntries(
    trained.flatMap(({ name }) => {
      const version = shippedVersion(name, found);
      return version === undefined ? [] : [[name, version]];
    }),
  );
}

/** Every model of this release in the version that is named. One that cannot be used answers `unknown`, with the reason. */
export async function openModels(
  { models: { dir, backend } }: Pick<Settings, 'models'>,
  versions: ModelVersions,
  { trained = TRAINED, open = [], observe = () => undefined }: ModelParts = {},
): Promise<readonly ServedModel[]> {
  const usable = open
    .flatMap(({ loaded, trial }) => [loaded, ...(trial ? [trial] : [])])
    .filter(({ state }) => state === 'usable');
  // Looked for anew each time: the files of a later version may have come since. Where all are open, nobody has to look.
  let found: readonly FoundArtefact[] | undefined;
  const load = async (model: TrainedModel, version: string): Promise<Loaded> =>
    usable.find((one) => one.state === 'usable' && one.model.name === model.name && versionOf(one) === version) ??
    loadModel(model, version, (found ??= await findArtefacts(dir)), backend);
  const deps = { now: () => performance.now(), pause: () => setImmediate() };
  const served: ServedModel[] = [];
  for (const model of trained) {
    const [active, trial] = [versions.models[model.name], versions.trials[model.name]];
    const loaded = active === undefined ? noVersion(model) : await load(model, active);
    const onTrial = trial === undefined ? {} : { trial: await load(model, trial) };
    served.push(createServedModel(model.name, { loaded, ...onTrial }, observe, deps));
  }
  return served;
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
  parts: ModelParts = {},
): Promise<readonly ServedModel[]> {
  const inForce = [...modelsInForce(readLocalActivations(settings.dataDir))];
  const shipped = shippedModels(parts.trained);
  const activated = Object.fromEntries(
    inForce.flatMap(([name, { active }]) => (active === undefined ? [] : [[name, active]])),
  );
  const trials = Object.fromEntries(
    inForce.flatMap(([name, { shadow }]) => (shadow === undefined ? [] : [[name, shadow]])),
  );
  return openModels(settings, { models: { ...shipped, ...activated }, trials }, parts);
}
