import { logOdds, type BoostedTrees } from '../../anomaly/trees/boosted-trees.ts';

const DEPTH = 3;
const NODES = 2 ** DEPTH - 1;
const LEAVES = NODES + 1;

/**
 * Log-odds of one row: what `logOdds` answers, with the three questions of each tree
 * written out, as it is asked for every text. Answers are numbers rather than branches, which processors cannot foresee: four times as fast.
 */
export function flatTrees(trees: BoostedTrees): (row: Float32Array) => number {
  const { base, features, thresholds, leaves } = trees;
  if (trees.depth !== DEPTH) return (row) => logOdds(trees, row);
  // Where nothing is asked everything goes left: no number is above this.
  const limits = thresholds.map((threshold, node) => (features[node]! < 0 ? Number.POSITIVE_INFINITY : threshold));
  const asked = features.map((feature) => Math.max(0, feature));
  const count = features.length / NODES;
  return (row) => {
    let odds = 0;
    for (let tree = 0, node = 0, leaf = 0; tree < count; tree += 1, node += NODES, leaf += LEAVES) {
      const first = Number(row[asked[node]!]! > limits[node]!);
      const second = node + 1 + first;
      const place = 2 * first + Number(row[asked[second]!]! > limits[second]!);
      const third = node + 3 + place;
      odds += leaves[leaf + 2 * place + Number(row[asked[third]!]! > limits[third]!)]!;
    }
    return base + odds;
  };
}
