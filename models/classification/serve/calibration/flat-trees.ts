import { type BoostedTrees, logOdds } from '../../../statistics/boosted-trees.ts';
import { createRanks, type Ranks } from './threshold-ranks.ts';

const DEPTH = 3;
/** A node in 16 bits, so that all forests stay in the processor's nearest memory: the rank of its threshold, above it the feature that it asks for. */
const FEATURE = 2 ** 10;
/** Nothing ranks above it: where nothing is asked everything goes left. */
const HIGHEST = FEATURE - 1;
const MOST_FEATURES = 2 ** 6;

/**
 * Log-odds of one row by each of several forests: what `logOdds` answers, with the three questions of each tree written out, as it is asked
 * for every text. Questions are put to the ranks of features among all thresholds, whole numbers, and answers are signs rather than
 * branches, which processors cannot foresee.
 * @returns the answers are reused by the next row
 */
export function flatTrees(forests: readonly BoostedTrees[]): (row: Float32Array) => Float64Array {
  const odds = new Float64Array(forests.length);
  const ranks = createRanks(forests);
  if (forests.some(({ depth }) => depth !== DEPTH) || ranks.features > MOST_FEATURES || ranks.highest >= HIGHEST) {
    return (row) => {
      forests.forEach((trees, at) => (odds[at] = logOdds(trees, row)));
      return odds;
    };
  }
  const flat = forests.map((trees) => ({ base: trees.base, nodes: nodesOf(trees, ranks), leaves: trees.leaves }));
  return (row) => {
    const ranked = ranks.of(row);
    for (let at = 0; at < flat.length; at += 1)
      odds[at] = flat[at]!.base + sumOfLeaves(flat[at]!.nodes, flat[at]!.leaves, ranked);
    return odds;
  };
}

function nodesOf({ features, thresholds }: BoostedTrees, { rankOf }: Ranks): Uint16Array {
  return Uint16Array.from(features, (feature, node) =>
    feature < 0 ? HIGHEST : feature * FEATURE + rankOf(feature, thresholds[node]!),
  );
}

/** Seven nodes and eight leaves a tree. A rank is above a node's where their difference has a sign: 1, else 0. Numbers stand as they are, since constants of a module take a fifth longer. */
function sumOfLeaves(nodes: Uint16Array, leaves: Float32Array, ranks: Uint16Array): number {
  let odds = 0;
  for (let at = 0, leaf = 0; at < nodes.length; at += 7, leaf += 8) {
    const root = nodes[at]!;
    const first = ((root & 0x3ff) - ranks[root >> 10]!) >>> 31;
    const child = nodes[at + 1 + first]!;
    const place = 2 * first + (((child & 0x3ff) - ranks[child >> 10]!) >>> 31);
    const last = nodes[at + 3 + place]!;
    odds += leaves[leaf + 2 * place + (((last & 0x3ff) - ranks[last >> 10]!) >>> 31)]!;
  }
  return odds;
}
