import { join, resolve } from 'node:path';
import { trainedOf } from '../../../../models/anomaly/serve/artefact/anomaly-artefact.ts';
import type { TrainedAnomaly } from '../../../../models/anomaly/serve/scoring/trained-anomaly.ts';
import { projectRoot } from '../../../adapters/config/project-root.ts';
import { readArtefact } from '../../../adapters/model-files/artefact-folder.ts';
import { type OpenTensorFlow, openTensorFlow } from '../../../adapters/tensorflow/open-tensorflow.ts';
import type { BackendName } from '../../../adapters/tensorflow/tensorflow.ts';
import type { Shell } from '../../shell/shell.ts';
import { type AnomalyData, readAnomalyData } from '../../training-data/anomaly-data.ts';

export interface EvaluateAnomalyOptions {
  readonly data: string;
  readonly model?: string;
  readonly seed: number;
  readonly currency: string;
  readonly backend?: BackendName;
  readonly generated?: true;
  readonly json?: true;
}

/** A model and the data that it is to be measured on. */
export interface Measured {
  readonly opened: OpenTensorFlow;
  readonly trained: TrainedAnomaly;
  readonly version: string;
  readonly data: AnomalyData;
}

/** @throws TDW_MODEL_MISSING, TDW_MODEL_DATA and what reading throws */
export async function openMeasured(
  shell: Shell,
  { data, model, currency, backend }: EvaluateAnomalyOptions,
): Promise<Measured> {
  const folder =
    model === undefined ? join(projectRoot(), 'models', 'anomaly', 'shipped') : resolve(shell.workingDirectory, model);
  const artefact = await readArtefact(folder);
  const trained = trainedOf(artefact);
  const read = await readAnomalyData(resolve(shell.workingDirectory, data), currency);
  return { opened: await openTensorFlow(backend), trained, version: artefact.version, data: read };
}
