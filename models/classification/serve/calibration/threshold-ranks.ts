import type { BoostedTrees } from '../../../statistics/boosted-trees.ts';

/** Features by their ranks among the thresholds that trees ask about. */
export interface Ranks {
  /** How many there are. */
  readonly features: number;
  /** Of all thresholds. */
  readonly highest: number;
  /** For each feature how many of its thresholds it is above: 0 where it is not known. Reused by the next row. */
  readonly of: (row: Float32Array) => Uint16Array;
  /** Of a threshold: a feature is above it where its own rank is higher. */
  readonly rankOf: (feature: number, threshold: number) => number;
}

/** Looks for the thresholds of all trees together, each once. */
export function createRanks(forests: readonly BoostedTrees[]): Ranks {
  const edges = edgesOf(forests);
  const widths = Int32Array.from(edges, ({ length }) => 2 ** Math.ceil(Math.log2(1 + length)));
  const starts = widths.map((_, feature) => widths.subarray(0, feature).reduce((sum, width) => sum + width, 0));
  const table = new Float32Array(widths.reduce((sum, width) => sum + width, 0)).fill(Number.POSITIVE_INFINITY);
  edges.forEach((sorted, feature) => table.set(sorted, starts[feature]));
  const ranks = new Uint16Array(edges.length);
  return {
    features: edges.length,
    highest: Math.max(0, ...edges.map(({ length }) => length)),
    of(row) {
      for (let feature = 0; feature < ranks.length; feature += 1)
        ranks[feature] = countBelow(table, starts[feature]!, widths[feature]!, row[feature]!);
      return ranks;
    },
    rankOf: (feature, threshold) => edges[feature]!.indexOf(threshold),
  };
}

function edgesOf(forests: readonly BoostedTrees[]): readonly Float32Array[] {
  const asked: Set<number>[] = [];
  for (const { features, thresholds } of forests) {
    features.forEach((feature, node) => {
      if (feature >= 0) (asked[feature] ??= new Set()).add(thresholds[node]!);
    });
  }
  return Array.from(asked, (thresholds = new Set()) => Float32Array.from(thresholds).sort());
}

/** By halves, without branches: how many of `width` − 1 sorted numbers from `start` on are below `value`; none is below what is no number. */
function countBelow(sorted: Float32Array, start: number, width: number, value: number): number {
  let at = start;
  for (let half = width >> 1; half > 0; half >>= 1) at += half * Number(sorted[at + half - 1]! < value);
  return at - start;
}
