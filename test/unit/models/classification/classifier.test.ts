import { beforeAll, describe, expect, it } from 'vitest';
import { encodeArtefact } from '../../../../models/artefact/encode.ts';
import type { StageArrays } from '../../../../models/classification/learn/training/stages.ts';
import { draftOf } from '../../../../models/classification/serve/artefact/classification-artefact.ts';
import type { TrainedClassification } from '../../../../models/classification/serve/artefact/trained-classification.ts';
import { type Classifier, createClassifier } from '../../../../models/classification/serve/classifier.ts';
import { labelSet } from '../../../../models/classification/serve/codes/label-set.ts';
import { wordContributions } from '../../../../models/classification/serve/explain/word-contributions.ts';
import { createLexicon } from '../../../../models/classification/serve/features/lexicon.ts';
import { createDenseHead } from '../../../../models/classification/serve/heads/dense-head.ts';
import { DENSE_SHARE, SPARSE_SHARE } from '../../../../models/classification/serve/heads/probability.ts';
import { createReader, type Reading } from '../../../../models/classification/serve/heads/reader.ts';
import { createSparseHead } from '../../../../models/classification/serve/heads/sparse-head.ts';
import { phrasesOf } from '../../../../models/classification/serve/text/phrases.ts';
import { type OpenTensorFlow, openTensorFlow } from '../../../../services/adapters/tensorflow/open-tensorflow.ts';
import { TOY_SCHEDULE, trainToy } from './toy-trade.ts';

let trained: TrainedClassification;
let opened: OpenTensorFlow;
let classify: Classifier;
const versionOf = (of: TrainedClassification): string =>
  encodeArtefact({
    ...draftOf(of),
    training: { seed: 7, backend: 'tfjs-wasm', data: [], settings: {} },
    metrics: {},
    distributions: {},
    card: '',
  }).version;

beforeAll(async () => {
  trained = await trainToy();
  opened = await openTensorFlow('tfjs-wasm');
  classify = createClassifier(trained, opened, { languageScores: () => ({}), wordsUpTo: 1 });
});

describe('a classification model of six kinds of goods', () => {
  it('given goods that it learnt, then their codes come first', () => {
    const found = classify([
      { description: 'stainless centrifugal pumps' },
      { description: 'solenoid valves' },
      { description: 'fresh apples' },
    ]);
    expect(found.map(({ headings }) => headings[0]!.code)).toEqual(['8413', '8481', '0808']);
    expect(found[2]!.subheadings[0]!.code).toBe('080810');
  });

  it('given a declared code that does not fit, then it scores above the right one, and the words that say so are named', () => {
    const [right, wrong] = classify([
      { description: 'centrifugal pump', commodityCode: '8413702090' },
      { description: 'centrifugal pump', commodityCode: '080810' },
    ]);
    expect(wrong!.mismatch!.score).toBeGreaterThan(right!.mismatch!.score);
    expect(wrong!.mismatch!.words!.map(({ word }) => word).sort()).toEqual(['centrifugal', 'pump']);
    expect(wrong!.mismatch!.sentence).toMatch(/^‘\w+’ ‘\w+’ speak for 8413 \(\d+ %\); declared 0808$/);
  });

  it('given a heading alone is declared, then no subheading is judged', () => {
    const [answer] = classify([{ description: 'centrifugal pump', commodityCode: '8413' }]);
    expect(Object.keys(answer!.mismatch!.levels)).toEqual(['chapter', 'heading']);
  });

  it('given nothing that can be read, then it is unknown with why, and never a mismatch', () => {
    for (const description of ['', '   ', '8413.70', 'сорочки мужские', '-/-', '12345 67890']) {
      const [{ status, why, mismatch }] = classify([{ description, commodityCode: '080810' }]) as [
        ReturnType<Classifier>[number],
      ];
      expect([description, status, mismatch]).toEqual([description, 'unknown', undefined]);
      expect(why).toBeTruthy();
    }
  });

  it('given the same description in another batch, then the same answer', () => {
    const asked = { description: 'brass ball valve', commodityCode: '841370' };
    const others = Array.from({ length: 300 }, (_, at) => ({ description: `pump ${'for water '.repeat(at % 7)}` }));
    expect(classify([...others, asked, ...others])[300]).toEqual(classify([asked])[0]);
  });

  it('given codes are told of odd ones only, then scores are the same, and whoever fits has scores alone', () => {
    const asked = [
      { description: 'centrifugal pump', commodityCode: '8413702090' },
      { description: 'centrifugal pump', commodityCode: '080810' },
      { description: 'fresh apples', commodityCode: '080810' },
    ];
    const all = classify(asked);
    const limit = all[1]!.mismatch!.pValue + 1e-6;
    const some = createClassifier(trained, opened, { languageScores: () => ({}), wordsUpTo: limit, codesUpTo: limit })(
      asked,
    );
    const scores = ({ mismatch }: (typeof all)[number]) => ({
      score: mismatch!.score,
      pValue: mismatch!.pValue,
      level: mismatch!.level,
      levels: mismatch!.levels,
    });
    expect(some.map(scores)).toEqual(all.map(scores));
    expect(some[1]).toEqual(all[1]);
    expect(some.filter(({ mismatch }) => mismatch!.pValue > limit)).not.toHaveLength(0);
    for (const one of some) expect(one.headings.length > 0).toBe(one.mismatch!.pValue <= limit);
  });

  it('given words that were weighed before beside other numbers, then the answer is what it would be without, code by code', () => {
    const fresh = (): Classifier => createClassifier(trained, opened, { languageScores: () => ({}), wordsUpTo: 1 });
    const asked = ['080810', '8413702090', undefined].map((commodityCode) => ({
      description: 'centrifugal pump no 4711',
      commodityCode,
    }));
    const after = fresh();
    after([
      { description: 'centrifugal pump 12 pcs', commodityCode: '080810' },
      { description: 'centrifugal, pump', commodityCode: '080810' },
      { description: 'centrifugal pump 9' },
    ]);
    expect(after(asked)).toEqual(asked.map((one) => fresh()([one])[0]));
    expect(after([...asked, ...asked])).toEqual([...after(asked), ...after(asked)]);
  });

  it('given the same seed, then the same version; given another, another', async () => {
    expect(versionOf(await trainToy())).toBe(versionOf(trained));
    expect(versionOf(await trainToy({ ...TOY_SCHEDULE, seed: 8 }))).not.toBe(versionOf(trained));
  });

  it('given a run that was interrupted after its first stage, when it goes on, then it ends with the same version', async () => {
    const kept = new Map<string, StageArrays>();
    const write = (name: string, arrays: StageArrays): void => void kept.set(name, structuredClone(arrays));
    await trainToy(undefined, { read: () => undefined, write });
    const onlyBase = { read: (name: string) => (name === 'base' ? kept.get(name) : undefined), write: () => undefined };
    expect(versionOf(await trainToy(undefined, onlyBase))).toBe(versionOf(trained));
  });
});

describe('the words that speak for a code', () => {
  const reading = <T>(text: string, of: (one: Reading) => T): T => {
    const labels = labelSet(trained.subheadings);
    const dense = { ...trained.dense, tables: { vectors: trained.vectors, embeddings: trained.dense.embeddings } };
    const heads = {
      sparse: createSparseHead(trained.sparse, labels, opened),
      dense: createDenseHead(dense, labels, opened),
    };
    const phrases = phrasesOf(text).map((phrase) => phrase.map(createLexicon(trained.vectors.rowOf)));
    let found: T | undefined;
    createReader(heads, labels)([phrases], (one) => {
      found = of(one);
    });
    return found!;
  };
  const headsOf = (): Parameters<typeof wordContributions>[1] => ({
    sparse: createSparseHead(trained.sparse, labelSet(trained.subheadings), opened),
    dense: { ...trained.dense, tables: { vectors: trained.vectors, embeddings: trained.dense.embeddings } },
  });
  const pump = 1;
  const apples = 0;

  it('given both heads are linear, then the contributions of all words are the whole difference of the logits, but for the bias', () => {
    const sum = reading('centrifugal pump for water', (one) =>
      wordContributions(one, headsOf(), { level: 'heading', towards: 2, against: apples }).reduce(
        (total, { logit }) => total + logit,
        0,
      ),
    );
    const difference = reading(
      'centrifugal pump for water',
      ({ sparse, dense }) =>
        SPARSE_SHARE * Math.log(sparse[2]! / sparse[apples]!) + DENSE_SHARE * Math.log(dense[2]! / dense[apples]!),
    );
    const bias =
      SPARSE_SHARE * (trained.sparse.headingBias[2]! - trained.sparse.headingBias[apples]!) +
      DENSE_SHARE * (trained.dense.headingBias[2]! - trained.dense.headingBias[apples]!);
    expect(sum + bias).toBeCloseTo(difference, 3);
  });

  it('given a word that contributes most, when it is left out, then the probability falls most', () => {
    const text = ['fresh', 'apples', 'cartons'];
    const contributions = reading(text.join(' '), (one) =>
      wordContributions(one, headsOf(), { level: 'heading', towards: apples, against: pump }),
    );
    const without = new Map(
      text.map((word) => [word, reading(text.filter((one) => one !== word).join(' '), ({ mean }) => mean[apples]!)]),
    );
    const fallsMost = [...without].sort((a, b) => a[1] - b[1])[0]![0];
    expect(contributions[0]!.word).toBe(fallsMost);
  });
});
