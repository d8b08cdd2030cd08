import type { LabelSet } from '../data/label-set.ts';
import { lnOfBits } from './logarithm.ts';

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
}

/** Probabilities are never taken to be below it: processors take a hundred times as long over numbers so small that they are denormal. */
const LEAST = 1e-10;
/** Headings less likely than this add nothing to the entropy that could be told. */
const LEAST_IN_ENTROPY = 1e-4;
const CHAPTERS = 100;

/** Combines probabilities of all headings in one pass over them; what is below the least probability is raised to it in place. */
export function createCombination(labels: LabelSet): (sparse: Float32Array, dense: Float32Array) => Combined {
  const runs = chapterRuns(labels);
  const mean = new Float32Array(labels.headings.length);
  const bits = new Int32Array(mean.buffer);
  const [sparseChapters, denseChapters, meanChapters] = [new Float64Array(CHAPTERS), new Float64Array(CHAPTERS), new Float64Array(CHAPTERS)];
  return (sparse, dense) => {
    let best = 0;
    let largest = 0;
    let entropy = 0;
    let disagreement = 0;
    for (let run = 0; run < runs.length; run += 1) {
      const { chapter, from, to } = runs[run]!;
      let ofSparse = 0;
      let ofDense = 0;
      for (let j = from; j < to; j += 1) {
        if (dense[j]! < LEAST) dense[j] = LEAST;
        if (sparse[j]! < LEAST) sparse[j] = LEAST;
        const bySparse = sparse[j]!;
        const byDense = dense[j]!;
        const p = Math.fround((bySparse + byDense) / 2);
        mean[j] = p;
        ofSparse += bySparse;
        ofDense += byDense;
        disagreement += Math.abs(bySparse - byDense);
        if (p <= LEAST_IN_ENTROPY) continue;
        entropy -= p * lnOfBits(bits[j]!);
        if (p <= largest) continue;
        best = j;
        largest = p;
      }
      sparseChapters[chapter] = ofSparse;
      denseChapters[chapter] = ofDense;
      meanChapters[chapter] = (ofSparse + ofDense) / 2;
    }
    return { mean, sparseChapters, denseChapters, meanChapters, best, entropy, disagreement: disagreement / 2 };
  };
}

/** Headings are sorted, so a chapter's stand together. */
function chapterRuns({ chapterOf }: LabelSet): readonly { readonly chapter: number; readonly from: number; readonly to: number }[] {
  const starts = [...chapterOf.keys()].filter((heading) => heading === 0 || chapterOf[heading] !== chapterOf[heading - 1]);
  return starts.map((from, at) => ({ chapter: chapterOf[from]!, from, to: starts[at + 1] ?? chapterOf.length }));
}
