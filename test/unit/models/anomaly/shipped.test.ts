import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { unseenRows } from '../../../../models/anomaly/learn/evaluation/evaluate-anomaly.ts';
import {
  type InjectionTable,
  injectionTable,
  METHODS,
} from '../../../../models/anomaly/learn/evaluation/injection-table.ts';
import { outcomeFigures } from '../../../../models/anomaly/learn/evaluation/outcome-figures.ts';
import { openAnomalyModel } from '../../../../models/anomaly/serve/anomaly-model.ts';
import { trainedOf } from '../../../../models/anomaly/serve/artefact/anomaly-artefact.ts';
import { atOnce } from '../../../../models/artefact/at-once.ts';
import { mostAlarms } from '../../../../models/statistics/binomial.ts';
import { projectRoot } from '../../../../services/adapters/config/project-root.ts';
import { readArtefact } from '../../../../services/adapters/model-files/artefact-folder.ts';
import { type OpenTensorFlow, openTensorFlow } from '../../../../services/adapters/tensorflow/open-tensorflow.ts';
import { readAnomalyData } from '../../../../services/cli/training-data/anomaly-data.ts';
import { generatedFacts } from '../../../../services/cli/training-data/generated-trade.ts';
import { HAS_REFERENCE_DATA, publicPath } from '../../../harness/public-data.ts';

const FOLDER = join(projectRoot(), 'models', 'anomaly', 'shipped');
const BASELINES = ['robustZ', 'isolationForest', 'autoencoder'] as const;

let opened: OpenTensorFlow;
beforeAll(async () => {
  opened = await openTensorFlow('tfjs-wasm');
});

describe('the shipped anomaly model', () => {
  it('is at most three megabytes', () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(join(FOLDER, name)))
      .filter((file) => file.isFile());
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  it('floods no stream of ordinary trade of another administration with false alarms', async () => {
    const inputs = generatedFacts(11, 300).flatMap((facts) =>
      facts.items.map((item, at) => ({ facts, item, goodsItem: facts.event.goodsItems[at]! })),
    );
    const answers = await atOnce(openAnomalyModel(await readArtefact(FOLDER), opened)).answer(inputs);
    expect(answers.filter(({ status }) => status === 'ok').length).toBeGreaterThan(100);
    expect(answers.filter(({ pValue }) => pValue !== undefined && pValue < 0.01).length).toBeLessThanOrEqual(
      mostAlarms(answers.length, 0.01),
    );
    for (const { status, why } of answers) if (status === 'unknown') expect(why).toContain('nothing was learned of US');
  });

  it('has in its metrics what the card says, on all kinds of error better than any baseline', async () => {
    const { manifest } = await readArtefact(FOLDER);
    const { injection } = manifest.metrics as unknown as { readonly injection: InjectionTable };
    for (const { title, recall } of injection.rows) {
      const best = Math.max(...BASELINES.map((method) => recall[method].value));
      expect(recall.model.high, title).toBeGreaterThan(best);
      if (title.startsWith('(d)')) expect(recall.model.value).toBeGreaterThan(0.7);
    }
    expect(
      injection.rows.filter(
        ({ recall }) => recall.model.value >= 0.05 + Math.max(...BASELINES.map((method) => recall[method].value)),
      ).length,
    ).toBeGreaterThanOrEqual(injection.rows.length / 2);
  });
});

describe.skipIf(!HAS_REFERENCE_DATA)(
  'the shipped anomaly model on the public validation set (skipped where ../shared/data is absent)',
  () => {
    it('gives the figures that it was shipped with', async () => {
      const artefact = await readArtefact(FOLDER);
      const trained = trainedOf(artefact);
      const { rows, isPreference } = await readAnomalyData(
        publicPath('customs-declarations/df_syn_valid_eng.csv'),
        'KRW',
      );
      const table = injectionTable(opened.tf, trained, unseenRows(trained, rows), {
        seed: 1,
        donors: rows,
        isPreference,
      });
      const shipped = (artefact.manifest.metrics as unknown as { readonly injection: InjectionTable }).injection;
      for (const [at, { recall }] of table.rows.entries())
        for (const method of METHODS)
          expect(recall[method].value).toBeCloseTo(shipped.rows[at]!.recall[method].value, 2);
      expect(table.realisedAtOwnPValue.low).toBeLessThanOrEqual(0.01);
      const figures = outcomeFigures(opened.tf, trained, unseenRows(trained, rows), 1);
      expect(figures.outcomeModel.auc.high).toBeGreaterThan(0.62);
      expect(figures.outcomeModel.auc.value).toBeGreaterThan(figures.unitValueZ.auc.high);
    });
  },
);
