import type { Settings } from '../../../../../config/settings.ts';
import type { TrainedModel } from '../../../../../models/artefact/trained-model.ts';
import { readArtefact } from '../../../../adapters/model-files/artefact-folder.ts';
import { findArtefacts, type FoundArtefact } from '../../../../adapters/model-files/find-artefacts.ts';
import { readLocalActivations } from '../../../../adapters/model-files/local-activations.ts';
import { type ModelInForce, modelsInForce } from '../../../../reference/models/models-in-force.ts';
import { TidewaiterError } from '../../../../risk/failure/tidewaiter-error.ts';
import { loadModel, shippedVersion } from '../../../../runtime/compose/load-model.ts';
import { openModelRegistry } from '../../model/registry.ts';
import { type Check, type Diagnosis, failure, fine, warning } from './check.ts';

/** Whether every model can be used in the version that is in force, and every artefact has the content it is named by. */
export function modelsCheck(settings: Settings, trained: readonly TrainedModel[]): Check {
  return {
    name: 'models',
    examine: async () => {
      const found = await findArtefacts(settings.models.dir);
      const inForce = await inForceNow(settings);
      const versions = trained.map((model) => ({
        model,
        version: inForce.get(model.name)?.active ?? shippedVersion(model.name, found),
      }));
      const examined = await Promise.all(
        versions.map(({ model, version }) => examineModel(model, version, found, settings.models.backend)),
      );
      return together(examined.map(({ says }) => says).join(', '), [
        ...examined,
        ...(await others(
          found,
          versions.map(({ version }) => version),
        )),
      ]);
    },
  };
}

/** What the stream would use; where brokers cannot be asked (other checks say so), what this machine has on record. */
async function inForceNow(settings: Settings): Promise<ReadonlyMap<string, ModelInForce>> {
  return openModelRegistry(settings).then(
    ({ inForce }) => inForce,
    () => modelsInForce(readLocalActivations(settings.dataDir)),
  );
}

async function examineModel(
  model: TrainedModel,
  version: string | undefined,
  found: readonly FoundArtefact[],
  backend: Settings['models']['backend'],
): Promise<Diagnosis> {
  if (version === undefined)
    return failure(
      `${model.name}: no version is there`,
      'Put an artefact under models.dir, then `tidewaiter model activate`; until then it answers unknown.',
    );
  const loaded = await loadModel(model, version, found, backend);
  if (loaded.state === 'usable')
    return fine(`${model.name} ${version.slice(0, 12)} (${loaded.model.backend}, its files verify)`);
  return failure(
    [loaded.reason, ...(loaded.detail === undefined ? [] : [loaded.detail])].join(': '),
    `${new TidewaiterError(loaded.code, loaded.reason).todo} Until then it answers unknown.`,
  );
}

/** Artefacts that are not in force, where something is wrong with them. */
async function others(
  found: readonly FoundArtefact[],
  used: readonly (string | undefined)[],
): Promise<readonly Diagnosis[]> {
  const diagnoses: Diagnosis[] = [];
  for (const one of found) {
    if (one.state === 'readable' && used.includes(one.manifest.version)) continue;
    const error = one.state === 'unreadable' ? one.error : await verified(one.folder);
    if (error !== undefined) diagnoses.push(warning(`${error.code}: ${error.message}`, error.todo));
  }
  return diagnoses;
}

async function verified(folder: string): Promise<TidewaiterError | undefined> {
  try {
    await readArtefact(folder);
    return undefined;
  } catch (error) {
    if (!(error instanceof TidewaiterError)) throw error;
    return error;
  }
}

/** The worst of several findings, with what each says to do. */
function together(answering: string, diagnoses: readonly Diagnosis[]): Diagnosis {
  const wrong = diagnoses.filter(({ status }) => status !== 'ok');
  if (wrong.length === 0) return fine(answering);
  const says = wrong.map((one) => one.says).join('; ');
  const todo = [...new Set(wrong.map((one) => one.todo))].join(' ');
  return wrong.some(({ status }) => status === 'fail') ? failure(says, todo) : warning(`${answering}; ${says}`, todo);
}
