import type { LabelSet } from '../data/label-set.ts';
import type { Word } from '../features/lexicon.ts';
import { emptySparseFeatures, sparseFeatures, type SparseFeatures } from '../features/sparse-features.ts';
import type { DenseHead } from './dense-head.ts';
import { softmaxInPlace } from './softmax.ts';
import type { SparseHead } from './sparse-head.ts';

/** One text as both heads read it. Its arrays are reused: it is good until the next text is read. */
export interface Reading {
  readonly phrases: readonly (readonly Word[])[];
  readonly features: SparseFeatures;
  /** The dense head's input. */
  readonly input: Float32Array;
  /** Probability of every heading: by each head, and their mean. */
  readonly sparse: Float32Array;
  readonly dense: Float32Array;
  readonly mean: Float32Array;
  /** Probability of every chapter (by its number): by each head, and their mean. */
  readonly sparseChapters: Float64Array;
  readonly denseChapters: Float64Array;
  readonly meanChapters: Float64Array;
  /** Probabilities of the subheadings of a heading, in their order: by each head. */
  subheadings(heading: number): { readonly sparse: Float64Array; readonly dense: Float64Array };
}

export interface Heads {
  readonly sparse: SparseHead;
  readonly dense: DenseHead;
}

/** Reads texts in batches of bounded size and hands each reading to `visit`, in order. */
export type Reader = (texts: readonly (readonly (readonly Word[])[])[], visit: (reading: Reading, index: number) => void) => void;

const CHAPTERS = 100;
const BATCH = 256;

export function createReader({ sparse, dense }: Heads, labels: LabelSet): Reader {
  const classes = labels.headings.length;
  const features = emptySparseFeatures();
  const own = { sparse: new Float32Array(classes), mean: new Float32Array(classes), sparseChapters: new Float64Array(CHAPTERS), denseChapters: new Float64Array(CHAPTERS), meanChapters: new Float64Array(CHAPTERS) };
  // The likeliest heading is mostly the declared one, too: looked into once.
  const subheadingsOf = (input: Float32Array): Reading['subheadings'] => {
    const looked = new Map<number, ReturnType<Reading['subheadings']>>();
    return (heading) => {
      const known = looked.get(heading);
      if (known !== undefined) return known;
      const first = labels.firstOf[heading]!;
      const count = labels.firstOf[heading + 1]! - first;
      const found = { sparse: new Float64Array(count), dense: new Float64Array(count) };
      for (let s = 0; s < count; s += 1) {
        found.sparse[s] = sparse.subheadingLogit(features, first + s);
        found.dense[s] = dense.subheadingLogit(input, 0, first + s);
      }
      softmaxInPlace(found.sparse, 0, count);
      softmaxInPlace(found.dense, 0, count);
      looked.set(heading, found);
      return found;
    };
  };
  return (texts, visit) => {
    for (let start = 0; start < texts.length; start += BATCH) {
      const batch = texts.slice(start, start + BATCH);
      const { inputs, probabilities } = dense.run(batch);
      batch.forEach((phrases, index) => {
        sparseFeatures(phrases, features);
        sparse.probabilities(phrases, features, own.sparse);
        const denseOwn = probabilities.subarray(index * classes, (index + 1) * classes);
        const input = inputs.subarray(index * dense.width, (index + 1) * dense.width);
        combine(own, denseOwn, labels);
        visit({ phrases, features, input, ...own, dense: denseOwn, subheadings: subheadingsOf(input) }, start + index);
      });
    }
  };
}

/** Headings are sorted, so a chapter's stand together. */
function combine({ sparse, mean, sparseChapters, denseChapters, meanChapters }: Pick<Reading, 'sparse' | 'mean' | 'sparseChapters' | 'denseChapters' | 'meanChapters'>, dense: Float32Array, { chapterOf }: LabelSet): void {
  sparseChapters.fill(0);
  denseChapters.fill(0);
  for (let j = 0; j < mean.length; j += 1) {
    const bySparse = sparse[j]!;
    const byDense = dense[j]!;
    const chapter = chapterOf[j]!;
    mean[j] = (bySparse + byDense) / 2;
    sparseChapters[chapter] = sparseChapters[chapter]! + bySparse;
    denseChapters[chapter] = denseChapters[chapter]! + byDense;
  }
  for (let c = 0; c < CHAPTERS; c += 1) meanChapters[c] = (sparseChapters[c]! + denseChapters[c]!) / 2;
}
