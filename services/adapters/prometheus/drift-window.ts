import { populationStability } from '../../../models/statistics/population-stability.ts';
import { countBelow } from '../../../models/statistics/ranks.ts';

/** Numbers in half a window; the index is over the last full half and the one being filled. */
const HALF = 5_000;
/** With fewer numbers the index is chance. */
const ENOUGH = 1_000;
/** So many of the first numbers are what is usual here. */
const BASELINE = 10_000;

/** A histogram that more is counted into. */
interface Bins {
  readonly counts: Float64Array;
  total: number;
}

/** How the last numbers of one kind are spread, against how they were in training and at first in this installation. */
export interface DriftWindow {
  add(value: number): void;
  /** Population stability index against the training; undefined while there are too few numbers. */
  sinceTraining(): number | undefined;
  /** The same against the installation's own first numbers; undefined while there is no baseline of them, or too few after it. */
  sinceBaseline(): number | undefined;
  /** The first numbers, once there are enough of them to be the baseline and none stands yet. */
  ripe(): readonly number[] | undefined;
  /** From now on this is the baseline. */
  adopt(baseline: readonly number[]): void;
}

/** @param trainedOn histogram of the training: one count more than edges */
export function createDriftWindow(trainedOn: {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}): DriftWindow {
  const empty = (): Bins => ({ counts: new Float64Array(trainedOn.counts.length), total: 0 });
  let [last, filling] = [empty(), empty()];
  const first = empty();
  let baseline: readonly number[] | undefined;
  const index = (expected: ArrayLike<number>): number | undefined =>
    last.total + filling.total < ENOUGH
      ? undefined
      : populationStability(
          expected,
          filling.counts.map((count, bin) => count + last.counts[bin]!),
        );
  return {
    add: (value) => {
      const bin = countBelow(trainedOn.edges, value);
      if (baseline === undefined && first.total < BASELINE) count(first, bin);
      count(filling, bin);
      if (filling.total >= HALF) [last, filling] = [filling, empty()];
    },
    sinceTraining: () => index(trainedOn.counts),
    sinceBaseline: () => baseline && index(baseline),
    ripe: () => (baseline === undefined && first.total >= BASELINE ? [...first.counts] : undefined),
    adopt: (counts) => {
      if (counts.length === trainedOn.counts.length) baseline = counts;
    },
  };
}

function count(bins: Bins, bin: number): void {
  bins.counts[bin]! += 1;
  bins.total += 1;
}
