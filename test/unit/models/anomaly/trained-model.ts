import { trainAnomaly } from '../../../../models/anomaly/learn/training/train-anomaly.ts';
import type { TrainingState } from '../../../../models/anomaly/learn/training/train-autoencoder.ts';
import { draftOf, trainedOf } from '../../../../models/anomaly/serve/artefact/anomaly-artefact.ts';
import type { TrainedAnomaly } from '../../../../models/anomaly/serve/scoring/trained-anomaly.ts';
import type { Artefact } from '../../../../models/artefact/artefact.ts';
import { atOnce } from '../../../../models/artefact/at-once.ts';
import { decodeArtefactByPart } from '../../../../models/artefact/decode.ts';
import { encodeArtefact } from '../../../../models/artefact/encode.ts';
import { type OpenTensorFlow, openTensorFlow } from '../../../../services/adapters/tensorflow/open-tensorflow.ts';
import { loadGradients } from '../../../../services/adapters/tensorflow/tensorflow.ts';
import { isPreference, madeUpGoods, SCOPES } from './made-up-goods.ts';

/** So few that training takes a second or two. */
export const GOODS = 2200;
const EPOCHS = 2;

export async function openForTraining(): Promise<OpenTensorFlow> {
  const opened = await openTensorFlow('tfjs-wasm');
  loadGradients();
  return opened;
}

/** A small model of made-up goods. */
export function trainSmall(
  { tf }: OpenTensorFlow,
  seed = 1,
  from?: TrainingState,
  onEpoch?: (state: TrainingState) => void,
): Promise<TrainedAnomaly> {
  return trainAnomaly(tf, madeUpGoods(GOODS), {
    seed,
    epochs: EPOCHS,
    domains: SCOPES,
    isPreference,
    ...(from === undefined ? {} : { from }),
    ...(onEpoch === undefined ? {} : { onEpoch }),
  });
}

/** What is left of a model after it was stored and read again. */
export function stored(trained: TrainedAnomaly): {
  readonly artefact: Artefact;
  readonly trained: TrainedAnomaly;
  readonly version: string;
} {
  const { files, version } = encodeArtefact({
    ...draftOf(trained),
    training: { seed: 1, backend: 'tfjs-wasm', data: [], settings: {} },
    metrics: {},
    distributions: {},
    card: 'card',
  });
  const artefact = atOnce(decodeArtefactByPart({ place: 'test', read: (file) => files.get(file) }));
  return { artefact, trained: trainedOf(artefact), version };
}
