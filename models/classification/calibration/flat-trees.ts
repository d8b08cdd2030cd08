import { logOdds, type BoostedTrees } from '../../anomaly/trees/boosted-trees.ts';

const DEPTH = 3;
const NODES = 2 ** DEPTH - 1;
const LEAVES = NODES + 1;

/** Log-odds of one row: what `logOdds` answers, with the three questions of each tree written out, as it is asked for every text. */
export function flatTrees(trees: BoostedTrees): (row: Float32Array) => number {
  const { base, features, thresholds, leaves } = trees;
  if (trees.depth !== DEPTH) return (row) => logOdds(trees, row);
  // Where nothing is asked everything goes left: no number is above this.
  const limits = thresholds.map((threshold, node) => (features[node]! < 0 ? Number.POSITIVE_INFINITY : threshold));
  const asked = features.map((feature) => Math.max(0, feature));
  const count = features.length / NODES;
  return (row) => {
    let odds = base;
    for (let tree = 0, node = 0, leaf = 0; tree < count; tree += 1, node += NODES, leaf += LEAVES) {
      const first = row[asked[node]!]! > limits[node]! ? 1 : 0;
      const second = node + 1 + first;
      const place = 2 * first + (row[asked[second]!]! > limits[second]! ? 1 : 0);
      const third = node + 3 + place;
      odds += leaves[leaf + 2 * place + (row[asked[third]!]! > limits[third]! ? 1 : 0)]!;
    }
    return odds;
  };
}
