import type { LabelSet } from '../codes/label-set.ts';
import type { Word } from '../features/lexicon.ts';
import { emptySparseFeatures, type SparseFeatures, sparseFeatures } from '../features/sparse-features.ts';
import { batchOf } from './batch.ts';
import { type Combined, createCombination } from './combine.ts';
import type { DenseHead } from './dense-head.ts';
import { softmaxInPlace } from './probability.ts';
import type { SparseHead } from './sparse-head.ts';

/** One text as both heads read it. Its arrays are reused: it is good until the next text is read. */
export interface Reading extends Combined {
  readonly phrases: readonly (readonly Word[])[];
  readonly features: SparseFeatures;
  /** The dense head's input. */
  readonly input: Float32Array;
  /** Probability of every heading, by each head. */
  readonly sparse: Float32Array;
  readonly dense: Float32Array;
  /** Probabilities of the subheadings of a heading, in their order: by each head. */
  subheadings(heading: number): { readonly sparse: Float64Array; readonly dense: Float64Array };
}

export interface Heads {
  readonly sparse: SparseHead;
  readonly dense: DenseHead;
}

/** Reads texts in batches of bounded size and hands each reading to `visit`, in order. */
export type Reader = (
  texts: readonly (readonly (readonly Word[])[])[],
  visit: (reading: Reading, index: number) => void,
) => void;

/** Texts at a time, and words in them: the more, the more words they share; beyond this what is laid out for them outgrows the processor's own memory. */
const MOST_TEXTS = 256;
const MOST_WORDS = 4096;

export function createReader(heads: Heads, labels: LabelSet): Reader {
  const { sparse, dense } = heads;
  const classes = labels.headings.length;
  const features = emptySparseFeatures();
  const combined = createCombination(labels);
  const subheadingsOf = createSubheadings(heads, labels, features);
  return (texts, visit) => {
    for (let start = 0; start < texts.length;) {
      const batch = batchOf(texts.slice(start, endOfBatch(texts, start)));
      const { inputs, probabilities } = dense.run(batch);
      const bySparse = sparse.run(batch);
      batch.texts.forEach((phrases, index) => {
        sparseFeatures(phrases, features);
        const ofSparse = rowOf(bySparse, index, classes);
        const ofDense = rowOf(probabilities, index, classes);
        const input = rowOf(inputs, index, dense.width);
        const { mean, best, bestChapter, entropy, disagreement, rankOf } = combined(ofSparse, ofDense);
        const both = { mean, best, bestChapter, entropy, disagreement, rankOf };
        const own = { phrases, features, input, sparse: ofSparse, dense: ofDense, subheadings: subheadingsOf(input) };
        visit({ ...both, ...own }, start + index);
      });
      start += batch.texts.length;
    }
  };
}

const rowOf = (values: Float32Array, row: number, width: number): Float32Array =>
  values.subarray(row * width, (row + 1) * width);

/** Probabilities of a heading's subheadings for the text at hand. The likeliest heading is mostly the declared one, too: looked into once. */
function createSubheadings(
  { sparse, dense }: Heads,
  labels: LabelSet,
  features: SparseFeatures,
): (input: Float32Array) => Reading['subheadings'] {
  return (input) => {
    let looked: Map<number, ReturnType<Reading['subheadings']>> | undefined;
    return (heading) => {
      const known = looked?.get(heading);
      if (known !== undefined) return known;
      const first = labels.firstOf[heading]!;
      const count = labels.firstOf[heading + 1]! - first;
      const found = { sparse: new Float64Array(count), dense: new Float64Array(count) };
      sparse.subheadingLogits(features, first, found.sparse);
      for (let s = 0; s < count; s += 1) found.dense[s] = dense.subheadingLogit(input, 0, first + s);
      softmaxInPlace(found.sparse, 0, count);
      softmaxInPlace(found.dense, 0, count);
      looked ??= new Map();
      looked.set(heading, found);
      return found;
    };
  };
}

function endOfBatch(texts: readonly (readonly (readonly Word[])[])[], start: number): number {
  let [end, words] = [start, 0];
  while (end < texts.length && end - start < MOST_TEXTS) {
    words += texts[end]!.reduce((sum, phrase) => sum + phrase.length, 0);
    if (words > MOST_WORDS && end > start) return end;
    end += 1;
  }
  return end;
}
