import type { Settings } from '../../../config/settings.ts';
import type { TrainedModel } from '../../../models/artefact/trained-model.ts';
import { readArtefact } from '../../adapters/model-files/artefact-folder.ts';
import type { FoundArtefact, ReadableArtefact } from '../../adapters/model-files/find-artefacts.ts';
import { openTensorFlow } from '../../adapters/tensorflow/open-tensorflow.ts';
import { inTurns } from '../../adapters/turns/in-turns.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Loaded } from '../../scoring/models/served-model.ts';

/**
 * Brings a version of a model to life, beside other work. A version that cannot be used is no error here: it answers `unknown`, with the reason.
 * @param found what lies in the models' folders
 */
export async function loadModel(
  trained: TrainedModel,
  version: string,
  found: readonly FoundArtefact[],
  backend: Settings['models']['backend'],
): Promise<Loaded> {
  const { name } = trained;
  try {
    const { folder, manifest } = artefactOf(name, version, found);
    const artefact = await readArtefact(folder, manifest);
    const { tf, backend: inUse } = await openTensorFlow(backend === 'auto' ? undefined : backend);
    return {
      state: 'usable',
      model: await inTurns(trained.open(artefact, { tf, backend: inUse })),
      trainedOn: artefact.manifest.distributions,
    };
  } catch (error) {
    const { code, message } =
      error instanceof TidewaiterError
        ? error
        : new TidewaiterError('TDW_INTERNAL', 'it cannot be opened', { cause: error });
    return {
      state: 'unusable',
      version,
      code,
      reason: `the version ${version.slice(0, 12)} of the model ${name} cannot be used (${code})`,
      detail: message,
    };
  }
}

/** @throws TDW_MODEL_MISSING */
export function artefactOf(name: string, version: string, found: readonly FoundArtefact[]): ReadableArtefact {
  const fitting = found.find(
    (one): one is ReadableArtefact =>
      one.state === 'readable' && one.manifest.name === name && one.manifest.version === version,
  );
  if (fitting === undefined)
    throw new TidewaiterError(
      'TDW_MODEL_MISSING',
      `No artefact of the model ${name} has the version ${version.slice(0, 12)}.`,
    );
  return fitting;
}

/** The version that comes with Tidewaiter: in force where none was activated. */
export function shippedVersion(name: string, found: readonly FoundArtefact[]): string | undefined {
  return found.find(
    (one): one is ReadableArtefact => one.state === 'readable' && one.from === 'shipped' && one.manifest.name === name,
  )?.manifest.version;
}
