import type { Binned } from './binning.ts';

/** Of the loss by the log-odds, for each row. */
export interface Derivatives {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** What keeps a split from fitting single rows. */
export interface SplitLimits {
  /** Least sum of second derivatives in a leaf: rows times their uncertainty. */
  readonly leastInLeaf: number;
  /** Pulls leaves towards zero. */
  readonly ridge: number;
}

/** Rows whose bin of a feature is at most this go left; feature −1 where none is asked for. */
export interface Split {
  readonly feature: number;
  readonly bin: number;
}

/**
 * The split of each node of a level that lowers the loss most; feature −1 where none does.
 * @param places node of each row
 * @param begin first node of the level
 */
export function bestSplits(
  { bins, edges }: Binned,
  places: Int32Array,
  begin: number,
  { first, second }: Derivatives,
  { ridge, leastInLeaf }: SplitLimits,
): readonly Split[] {
  const width = begin + 1;
  const best = Array.from({ length: width }, () => ({ feature: -1, bin: 0, gain: 1e-6 }));
  for (const [feature, column] of bins.entries()) {
    const count = edges[feature]!.length + 2;
    const [g, h] = [new Float64Array(width * count), new Float64Array(width * count)];
    for (let row = 0; row < places.length; row += 1) {
      const at = (places[row]! - begin) * count + column[row]!;
      g[at]! += first[row]!;
      h[at]! += second[row]!;
    }
    for (let node = 0; node < width; node += 1) {
      const split = bestInNode(
        g.subarray(node * count, (node + 1) * count),
        h.subarray(node * count, (node + 1) * count),
        ridge,
        leastInLeaf,
      );
      if (split.gain > best[node]!.gain) best[node] = { feature, ...split };
    }
  }
  return best;
}

function bestInNode(
  g: Float64Array,
  h: Float64Array,
  ridge: number,
  leastInLeaf: number,
): { readonly bin: number; readonly gain: number } {
  const [allG, allH] = [g.reduce((total, one) => total + one, 0), h.reduce((total, one) => total + one, 0)];
  let [leftG, leftH] = [0, 0];
  let best = { bin: 0, gain: 0 };
  for (let bin = 0; bin < g.length - 1; bin += 1) {
    leftG += g[bin]!;
    leftH += h[bin]!;
    if (leftH < leastInLeaf || allH - leftH < leastInLeaf || bin === 0) continue;
    const gain =
      leftG ** 2 / (leftH + ridge) + (allG - leftG) ** 2 / (allH - leftH + ridge) - allG ** 2 / (allH + ridge);
    if (gain > best.gain) best = { bin, gain };
  }
  return best;
}
