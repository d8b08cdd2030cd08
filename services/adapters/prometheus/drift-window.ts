import { populationStability } from '../../../models/measures/population-stability.ts';
import { countBelow } from '../../../models/measures/ranks.ts';

/** Numbers in half a window; the index is over the last full half and the one being filled. */
const HALF = 5_000;
/** With fewer numbers the index is chance. */
const ENOUGH = 1_000;

/** How the last numbers of one kind are spread, against how they were in training. */
export interface DriftWindow {
  add(value: number): void;
  /** Population stability index; undefined while there are too few numbers. */
  index(): number | undefined;
}

/** @param trainedOn histogram of the training: one count more than edges */
export function createDriftWindow(trainedOn: { readonly edges: readonly number[]; readonly counts: readonly number[] }): DriftWindow {
  const empty = (): { readonly bins: Float64Array; total: number } => ({ bins: new Float64Array(trainedOn.counts.length), total: 0 });
  let [last, filling] = [empty(), empty()];
  return {
    add: (value) => {
      const bin = countBelow(trainedOn.edges, value);
      filling.bins[bin]! += 1;
      filling.total += 1;
      if (filling.total >= HALF) [last, filling] = [filling, empty()];
    },
    index: () => {
      if (last.total + filling.total < ENOUGH) return undefined;
      return populationStability(trainedOn.counts, filling.bins.map((count, bin) => count + last.bins[bin]!));
    },
  };
}
