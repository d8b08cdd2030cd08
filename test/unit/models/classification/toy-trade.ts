import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCorpus } from '../../../../models/classification/learn/data/corpus.ts';
import type { LabelledText } from '../../../../models/classification/learn/data/labelled-text.ts';
import type { Schedule } from '../../../../models/classification/learn/training/schedule.ts';
import { noStages, type StageStore } from '../../../../models/classification/learn/training/stages.ts';
import { trainClassification } from '../../../../models/classification/learn/training/train-classification.ts';
import type { TrainedClassification } from '../../../../models/classification/serve/artefact/trained-classification.ts';
import { labelSet } from '../../../../models/classification/serve/codes/label-set.ts';
import { createLexicon } from '../../../../models/classification/serve/features/lexicon.ts';
import { decodeWordVectors } from '../../../../models/word-vectors/learn/decode.ts';
import type { WordVectors } from '../../../../models/word-vectors/serve/word-vectors.ts';
import { openTensorFlow } from '../../../../services/adapters/tensorflow/open-tensorflow.ts';

/** Six kinds of goods with the words that go with each: small enough to learn in a second. */
const GOODS: Readonly<Record<string, readonly string[]>> = {
  '841370': ['centrifugal pump', 'water pump', 'pump impeller', 'submersible pump'],
  '848180': ['ball valve', 'gate valve', 'solenoid valve', 'brass tap'],
  '610910': ['cotton shirt', 'cotton vest', 'knitted cotton top', 'cotton singlet'],
  '610990': ['polyester shirt', 'synthetic vest', 'nylon top', 'acrylic singlet'],
  '080810': ['fresh apples', 'red apples', 'cider apples', 'dessert apples'],
  '080830': ['fresh pears', 'green pears', 'conference pears', 'dessert pears'],
};
const MANNERS = [
  '',
  'new',
  'for industry',
  'in cartons',
  'imported',
  'of good quality',
  'assorted',
  'large',
  'small',
  'first grade',
];

export const TOY_SCHEDULE: Schedule = {
  seed: 7,
  folds: 2,
  judged: 2,
  sparse: { base: 700, tuning: 200, kept: 200 },
  dense: { base: 1280, tuning: 640 },
  subheadings: 500,
  keep: 20_000,
};

export const wordVectors = (): WordVectors =>
  decodeWordVectors({
    place: 'models/word-vectors/made',
    read: (name) => readFileSync(join(import.meta.dirname, '../../../../models/word-vectors/made', name)),
  });

/** A model of the six kinds of goods; the same schedule gives the same one. */
export async function trainToy(schedule = TOY_SCHEDULE, store: StageStore = noStages): Promise<TrainedClassification> {
  const vectors = wordVectors();
  const labels = labelSet(Object.keys(GOODS).sort());
  const texts = Object.entries(GOODS).flatMap(([code, words]) =>
    words.flatMap((text): LabelledText[] => [
      { description: text, code, source: 'nomenclature' },
      ...MANNERS.map((manner) => ({
        description: `${text} ${manner}`.trim(),
        code,
        source: 'search-reference' as const,
      })),
    ]),
  );
  const corpus = buildCorpus(texts, labels, createLexicon(vectors.rowOf), () => undefined);
  const { tf } = await openTensorFlow('tfjs-wasm');
  const vague = {
    weights: new Float32Array(2 ** 16 + 64 + vectors.dimensions),
    statistics: new Map(),
    listed: new Uint32Array(0),
    threshold: 0.9,
  };
  return trainClassification({
    corpus: { ...corpus, descriptions: corpus.descriptions.map((one) => ({ ...one, part: 'training' as const })) },
    labels,
    moved: [],
    vectors,
    vague,
    runtime: { tf },
    schedule,
    store,
    told: () => undefined,
  });
}
