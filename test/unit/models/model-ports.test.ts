import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openAnomalyModel } from '../../../models/anomaly/serve/anomaly-model.ts';
import { atOnce } from '../../../models/artefact/at-once.ts';
import { openClassificationModel } from '../../../models/classification/serve/classification-model.ts';
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
  anomaly = atOnce(openAnomalyModel(await shipped('anomaly'), opened));
  classification = atOnce(openClassificationModel(await shipped('classification'), opened));
});

describe('the shipped anomaly model as a port', () => riskModelContract(() => Promise.resolve(anomaly)));

describe('the shipped classification model as a port', () => riskModelContract(() => Promise.resolve(classification)));

test('given the shipped models, when they are opened, then they pause after each part, so that no part holds up a stream', async () => {
  const opened = await openTensorFlow('tfjs-wasm');
  expect([...openAnomalyModel(await shipped('anomaly'), opened)].length).toBeGreaterThan(30);
  expect([...openClassificationModel(await shipped('classification'), opened)].length).toBeGreaterThan(6);
});
