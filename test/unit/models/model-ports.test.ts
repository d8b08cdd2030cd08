import { join } from 'node:path';
import { beforeAll, describe } from 'vitest';
import { createAnomalyModel } from '../../../models/anomaly/serve/anomaly-model.ts';
import { createClassificationModel } from '../../../models/classification/serve/classification-model.ts';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { readArtefact } from '../../../services/adapters/model-files/artefact-folder.ts';
import { openTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';
import type { RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import { riskModelContract } from '../../contract/ports/risk-model.ts';

const shipped = (name: string): ReturnType<typeof readArtefact> =>
  readArtefact(join(projectRoot(), 'models', name, 'shipped'));

let anomaly: RiskModel;
let classification: RiskModel;
beforeAll(async () => {
  const opened = await openTensorFlow('tfjs-wasm');
  anomaly = createAnomalyModel(shipped('anomaly'), opened);
  classification = createClassificationModel(shipped('classification'), opened);
});

describe('the shipped anomaly model as a port', () => riskModelContract(() => Promise.resolve(anomaly)));

describe('the shipped classification model as a port', () => riskModelContract(() => Promise.resolve(classification)));
