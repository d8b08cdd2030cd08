import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Settings } from '../../../../config/settings.ts';
import { listOf, tableOf } from '../../../../models/artefact/artefact.ts';
import { encodeArtefact } from '../../../../models/artefact/encode.ts';
import type { TrainedModel } from '../../../../models/artefact/trained-model.ts';
import { loadSettings } from '../../../../services/adapters/config/load-settings.ts';
import { projectRoot } from '../../../../services/adapters/config/project-root.ts';
import { writeArtefact } from '../../../../services/adapters/model-files/artefact-folder.ts';
import type { Shell } from '../../../../services/cli/shell/shell.ts';
import type { ModelAnswer } from '../../../../services/risk/facts/model-answer.ts';
import { testFolders } from '../../../harness/test-folders.ts';

const newFolder = testFolders('models');

/** A model of a few words: a description with one of them is odd, by as much as the artefact says; without a description it is unknown. */
export const toyModel: TrainedModel = {
  name: 'toy',
  *open(artefact, { tf, backend }) {
    yield;
    const [words, weights] = [listOf(artefact, 'words'), tableOf(artefact, 'weights', 'float32')];
    const heading = { model: 'toy', version: artefact.version, backend, evidence: [] };
    return {
      name: 'toy',
      version: artefact.version,
      backend,
      answer: (batch) =>
        Promise.resolve(
          batch.map(({ goodsItem }): ModelAnswer => {
            const description = goodsItem.commodity?.description;
            if (description === undefined)
              return { ...heading, status: 'unknown', why: 'no description', likelyCommodityCodes: [] };
            const hits = words.map((word) => (description.includes(word) ? 1 : 0));
            const score = tf.tidy(
              () => tf.sum(tf.mul(tf.tensor1d(hits, 'float32'), tf.tensor1d(weights.values))).dataSync()[0]!,
            );
            return {
              ...heading,
              status: 'ok',
              score,
              pValue: 10 ** -score,
              likelyCommodityCodes: score > 0 ? [{ code: '841370', probability: 0.9 }] : [],
            };
          }),
        ),
    };
  },
};

/** Writes a version of the model into `<models>/<folder>` and returns its hash. */
export function writeToy(models: string, folder: string, weights: Readonly<Record<string, number>>): string {
  const encoded = encodeArtefact({
    name: 'toy',
    answers: { features: {}, labels: {}, thresholds: {}, calibration: {} },
    training: { seed: 1, backend: 'typed-arrays', data: [], settings: {} },
    metrics: {},
    distributions: { score: { edges: [1], counts: [9, 1] } },
    tables: {
      weights: {
        dtype: 'float32',
        shape: [Object.keys(weights).length],
        values: Float32Array.from(Object.values(weights)),
      },
    },
    lists: { words: Object.keys(weights) },
    card: '# Toy\n',
  });
  writeArtefact(join(models, folder), encoded);
  return encoded.version;
}

export interface ToyWorld {
  readonly settings: Settings;
  readonly models: string;
  /** What was written to standard output, line by line. */
  readonly lines: string[];
  readonly shell: Shell;
}

/** A machine of its own: a data folder, a folder of models, and a command line. */
export function toyWorld(variables: Readonly<Record<string, string>> = {}): ToyWorld {
  const folder = newFolder();
  const loaded = loadSettings({
    workingDirectory: projectRoot(),
    variables: {
      TIDEWAITER_ENV: 'test',
      ...variables,
      TIDEWAITER_DATA_DIR: join(folder, 'data'),
      TIDEWAITER_MODELS_DIR: join(folder, 'models'),
    },
  });
  const lines: string[] = [];
  const writer = {
    line: (text: string) => {
      lines.push(...text.split('\n'));
      return Promise.resolve();
    },
    flush: () => Promise.resolve(),
  };
  const shell = {
    variables: {},
    workingDirectory: folder,
    stdin: new PassThrough(),
    stderr: process.stderr,
    out: writer,
    err: writer,
    now: Date.now,
    settings: () => Promise.resolve(loaded),
  } as unknown as Shell;
  return { settings: loaded.settings, models: loaded.settings.models.dir, lines, shell };
}
