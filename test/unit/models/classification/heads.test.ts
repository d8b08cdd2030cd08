import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { labelSet } from '../../../../models/classification/serve/codes/label-set.ts';
import { denseFeatures, emptyEmbeddingRows } from '../../../../models/classification/serve/features/dense-features.ts';
import { createLexicon, SPARSE_BUCKETS } from '../../../../models/classification/serve/features/lexicon.ts';
import {
  emptySparseFeatures,
  sparseFeatures,
} from '../../../../models/classification/serve/features/sparse-features.ts';
import { batchOf, type Phrases } from '../../../../models/classification/serve/heads/batch.ts';
import { createCombination } from '../../../../models/classification/serve/heads/combine.ts';
import { createDenseHead, type DenseHeadTables } from '../../../../models/classification/serve/heads/dense-head.ts';
import { meanOf } from '../../../../models/classification/serve/heads/probability.ts';
import { createSparseHead, type SparseTables } from '../../../../models/classification/serve/heads/sparse-head.ts';
import { type OpenTensorFlow, openTensorFlow } from '../../../../services/adapters/tensorflow/open-tensorflow.ts';

let opened: OpenTensorFlow;
beforeAll(async () => {
  opened = await openTensorFlow('tfjs-wasm');
});

const labels = labelSet([
  '010121',
  '010129',
  '020110',
  '020120',
  '020210',
  '841370',
  '841381',
  '848180',
  '950300',
  '950410',
  '950420',
]);
const HEADINGS = labels.headings.length;
const VOCABULARY = ['pump', 'pumps', 'valve', 'brass', 'water', 'toys', 'puzzles', 'horse'];
const UNKNOWN = ['xqzzt', 'kwyjibo'];
/** Logits of these tables are tens, which 32 bits hold to some millionths each. */
const DIGITS = 4;
const lexicon = createLexicon((word) => (VOCABULARY.includes(word) ? VOCABULARY.indexOf(word) : undefined));
/** Some number for each place, the same ones every time. */
const spread = (place: number, most: number): number => Math.round(most * Math.sin(1 + place * 12.9898));

const [DIMENSIONS, EMBEDDED, EMBEDDING_ROWS] = [6, 4, 16];
const denseTables: DenseHeadTables = {
  tables: {
    vectors: {
      dimensions: DIMENSIONS,
      values: Int8Array.from({ length: VOCABULARY.length * DIMENSIONS }, (_, at) => spread(at, 127)),
      scales: Float32Array.from(VOCABULARY, (_, at) => 0.01 + at / 500),
    },
    embeddings: {
      dimensions: EMBEDDED,
      rows: EMBEDDING_ROWS,
      values: Int8Array.from({ length: EMBEDDING_ROWS * EMBEDDED }, (_, at) => spread(at + 7, 127)),
      scale: 0.01,
    },
  },
  headings: Float32Array.from({ length: HEADINGS * (DIMENSIONS + EMBEDDED) }, (_, at) => spread(at + 3, 100) / 100),
  headingBias: Float32Array.from({ length: HEADINGS }, (_, at) => spread(at, 10) / 10),
  subheadings: new Int8Array(0),
  subheadingScales: new Float32Array(0),
  subheadingBias: new Float32Array(0),
};
const sparseTables: SparseTables = {
  rowStarts: Int32Array.from({ length: SPARSE_BUCKETS + 1 }, (_, bucket) => 2 * bucket),
  headings: Uint16Array.from(
    { length: 2 * SPARSE_BUCKETS },
    (_, at) => (at % 2) * (HEADINGS >> 1) + ((at >> 1) % (HEADINGS >> 1)),
  ),
  weights: Int8Array.from({ length: 2 * SPARSE_BUCKETS }, (_, at) => spread(at, 127)),
  scale: 0.05,
  headingBias: Float32Array.from({ length: HEADINGS }, (_, at) => spread(at + 5, 10) / 10),
  subheadings: new Int8Array(0),
  subheadingScale: 1,
  subheadingBias: new Float32Array(0),
};

const texts = fc.array(
  fc.array(fc.array(fc.constantFrom(...VOCABULARY, ...UNKNOWN), { minLength: 1, maxLength: 5 }), { maxLength: 3 }),
  { minLength: 1, maxLength: 9 },
);
const worded = (written: readonly (readonly (readonly string[])[])[]): readonly Phrases[] =>
  written.map((phrases) => phrases.map((phrase) => phrase.map(lexicon)));

function softmax(logits: readonly number[]): readonly number[] {
  const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

describe('heads that keep what words add to all headings', () => {
  it('given any batches of texts, then the dense head answers what its layer says of each whole text', () => {
    const head = createDenseHead(denseTables, labels, opened);
    const width = DIMENSIONS + EMBEDDED;
    fc.assert(
      fc.property(texts, (written) => {
        const batch = batchOf(worded(written));
        const { probabilities, inputs } = head.run(batch);
        batch.texts.forEach((phrases, text) => {
          const input = new Float32Array(width);
          denseFeatures(phrases, denseTables.tables, emptyEmbeddingRows(), input, 0);
          expect(inputs.slice(text * width, (text + 1) * width)).toEqual(input);
          const expected = softmax(
            labels.headings.map((_, heading) =>
              input.reduce(
                (sum, value, d) => sum + value * denseTables.headings[heading * width + d]!,
                denseTables.headingBias[heading]!,
              ),
            ),
          );
          expected.forEach((probability, heading) =>
            expect(probabilities[text * HEADINGS + heading]).toBeCloseTo(probability, DIGITS),
          );
        });
      }),
      { numRuns: 40 },
    );
    head.release();
  });

  it('given any batches of texts, then the sparse head answers what all of a text’s features say together', () => {
    const head = createSparseHead(sparseTables, labels, opened);
    const features = emptySparseFeatures();
    fc.assert(
      fc.property(texts, (written) => {
        const batch = batchOf(worded(written));
        const probabilities = head.run(batch);
        batch.texts.forEach((phrases, text) => {
          sparseFeatures(phrases, features);
          const logits = [...sparseTables.headingBias];
          for (let at = 0; at < features.count; at += 1) {
            for (
              let entry = sparseTables.rowStarts[features.buckets[at]!]!;
              entry < sparseTables.rowStarts[features.buckets[at]! + 1]!;
              entry += 1
            ) {
              logits[sparseTables.headings[entry]!]! +=
                features.values[at]! * sparseTables.scale * sparseTables.weights[entry]!;
            }
          }
          softmax(logits).forEach((probability, heading) =>
            expect(probabilities[text * HEADINGS + heading]).toBeCloseTo(probability, DIGITS),
          );
        });
      }),
      { numRuns: 40 },
    );
    head.release();
  });
});

describe('what both heads say together', () => {
  const shares = fc
    .array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1e-4, 1e-7)), {
      minLength: HEADINGS,
      maxLength: HEADINGS,
    })
    .filter((values) => values.some((value) => value > 0.1));
  const probabilities = shares.map((values) =>
    Float32Array.from(values, (value) => value / values.reduce((sum, one) => sum + one, 0)),
  );

  it('given any probabilities, then their mean, its shape and what they differ by are as the definitions have it', () => {
    const combine = createCombination(labels);
    fc.assert(
      fc.property(probabilities, probabilities, (sparse, dense) => {
        const combined = combine(sparse, dense);
        const mean = Float32Array.from(sparse, (one, heading) => meanOf(one, dense[heading]!));
        expect(combined.mean).toEqual(mean);
        expect(combined.best).toBe(mean.indexOf(Math.max(...mean)));
        expect(combined.entropy).toBeCloseTo(
          mean.reduce((sum, p) => (p > 1e-4 ? sum - p * Math.log(p) : sum), 0),
          8,
        );
        expect(combined.disagreement).toBeCloseTo(
          sparse.reduce((sum, one, heading) => sum + Math.abs(one - dense[heading]!), 0) / 2,
          8,
        );
        const chapters = new Map<number, number>();
        mean.forEach((p, heading) =>
          chapters.set(labels.chapterOf[heading]!, (chapters.get(labels.chapterOf[heading]!) ?? 0) + p),
        );
        expect(combined.bestChapter).toBeCloseTo(Math.max(...chapters.values()), 8);
        mean.forEach((p, heading) => expect(combined.rankOf(heading)).toBe(mean.filter((other) => other > p).length));
      }),
      { numRuns: 200 },
    );
  });
});
