import type { LabelSet } from '../data/label-set.ts';
import { lnOfBits } from './logarithm.ts';
import { meanOf } from './shares.ts';

/** What both heads say of one text, taken together. Its arrays are reused from text to text. */
export interface Combined {
  /** Mean of both heads' probabilities of every heading. */
  readonly mean: Float32Array;
  /** Probability of every chapter (by its number): by each head, and their mean. */
  readonly sparseChapters: Float64Array;
  readonly denseChapters: Float64Array;
  readonly meanChapters: Float64Array;
  /** The likeliest heading. */
  readonly best: number;
  /** Of the mean, nats. */
  readonly entropy: number;
  /** Half the sum of what the heads differ by, 0 to 1. */
  readonly disagreement: number;
  /** How many headings are likelier than this one. */
  readonly likelierThan: (heading: number) => number;
}

/** Headings less likely than this add nothing to the entropy that could be told. */
const LEAST_IN_ENTROPY = 1e-4;
const CHAPTERS = 100;

/** Combines probabilities of all headings, in two passes over them. */
export function createCombination(labels: LabelSet): (sparse: Float32Array, dense: Float32Array) => Combined {
  const runs = chapterRuns(labels);
  const mean = new Float32Array(labels.headings.length);
  const bits = new Int32Array(mean.buffer);
  const [sparseChapters, denseChapters, meanChapters] = [new Float64Array(CHAPTERS), new Float64Array(CHAPTERS), new Float64Array(CHAPTERS)];
  return (sparse, dense) => {
    let difference = 0;
    for (let run = 0; run < runs.length; run += 1) {
      const { chapter, from, to } = runs[run]!;
      let ofSparse = 0;
      let ofDense = 0;
      for (let j = from; j < to; j += 1) {
        const bySparse = sparse[j]!;
        const byDense = dense[j]!;
        mean[j] = meanOf(bySparse, byDense);
        ofSparse += bySparse;
        ofDense += byDense;
        difference += Math.abs(bySparse - byDense);
      }
      sparseChapters[chapter] = ofSparse;
      denseChapters[chapter] = ofDense;
      meanChapters[chapter] = meanOf(ofSparse, ofDense);
    }
    return { mean, sparseChapters, denseChapters, meanChapters, ...shapeOf(mean, bits), disagreement: difference / 2, likelierThan: rankedBy(bits) };
  };
}

/** Positive numbers are in the order of their bits; the codes that a declared one stands for are mostly of one heading, so the last answer is kept. */
function rankedBy(bits: Int32Array): (heading: number) => number {
  let [last, rank] = [-1, 0];
  return (heading) => {
    if (heading !== last) [last, rank] = [heading, countAbove(bits, bits[heading]!)];
    return rank;
  };
}

/** By the sign of the difference, four at a time. */
function countAbove(bits: Int32Array, own: number): number {
  let above = 0;
  const even = bits.length & ~3;
  for (let j = 0; j < even; j += 4) above -= ((own - bits[j]!) >> 31) + ((own - bits[j + 1]!) >> 31) + ((own - bits[j + 2]!) >> 31) + ((own - bits[j + 3]!) >> 31);
  for (let j = even; j < bits.length; j += 1) above -= (own - bits[j]!) >> 31;
  return above;
}

/** In a pass of its own, which takes half the time that it would in the other. */
function shapeOf(mean: Float32Array, bits: Int32Array): Pick<Combined, 'best' | 'entropy'> {
  let best = 0;
  let largest = 0;
  let entropy = 0;
  for (let j = 0; j < mean.length; j += 1) {
    const p = mean[j]!;
    if (p <= LEAST_IN_ENTROPY) continue;
    entropy -= p * lnOfBits(bits[j]!);
    if (p <= largest) continue;
    best = j;
    largest = p;
  }
  return { best, entropy };
}

/** Headings are sorted, so a chapter's stand together. */
function chapterRuns({ chapterOf }: LabelSet): readonly { readonly chapter: number; readonly from: number; readonly to: number }[] {
  const starts = [...chapterOf.keys()].filter((heading) => heading === 0 || chapterOf[heading] !== chapterOf[heading - 1]);
  return starts.map((from, at) => ({ chapter: chapterOf[from]!, from, to: starts[at + 1] ?? chapterOf.length }));
}
