import { binned, type Binned, type Columns } from './binning.ts';

/**
 * Gradient-boosted trees for a probability (Friedman, 2001; second-order leaves as Chen and Guestrin, 2016), over binned features.
 * All trees are complete: node n has the children 2n + 1 and 2n + 2, leaves follow the last nodes.
 */
export interface BoostedTrees {
  readonly depth: number;
  /** Log-odds before any tree. */
  readonly base: number;
  /** For each node the feature it asks for, −1 where everything goes left. */
  readonly features: Int32Array;
  /** At most this goes left, and so does what is not known. */
  readonly thresholds: Float32Array;
  /** Log-odds that each leaf adds. */
  readonly leaves: Float32Array;
}

export interface BoostingSettings {
  readonly trees: number;
  readonly depth: number;
  readonly learningRate: number;
  /** Least sum of second derivatives in a leaf: rows times their uncertainty. */
  readonly leastInLeaf: number;
  /** Pulls leaves towards zero. */
  readonly ridge: number;
}

/** @param positive 1 or 0 a row; @param weights of the rows, above zero */
export function boost(columns: Columns, positive: ArrayLike<number>, weights: Float32Array, settings: BoostingSettings): BoostedTrees {
  const data = binned(columns);
  const rows = positive.length;
  const share = sum(weights, (row) => positive[row]!) / sum(weights, () => 1);
  const base = Math.fround(Math.log(share / (1 - share)));
  const odds = new Float64Array(rows).fill(base);
  const nodes = 2 ** settings.depth - 1;
  const features = new Int32Array(nodes * settings.trees).fill(-1);
  const thresholds = new Float32Array(nodes * settings.trees);
  const leaves = new Float32Array((nodes + 1) * settings.trees);
  for (let tree = 0; tree < settings.trees; tree += 1) {
    const derivatives = derivativesAt(odds, positive, weights);
    const grown = grow(data, derivatives, settings);
    features.set(grown.features, tree * nodes);
    thresholds.set(grown.thresholds, tree * nodes);
    leaves.set(grown.leaves, tree * (nodes + 1));
    for (let row = 0; row < rows; row += 1) odds[row]! += grown.leaves[grown.places[row]! - nodes]!;
  }
  return { depth: settings.depth, base, features, thresholds, leaves };
}

interface Derivatives {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function derivativesAt(odds: Float64Array, positive: ArrayLike<number>, weights: Float32Array): Derivatives {
  const first = new Float64Array(odds.length);
  const second = new Float64Array(odds.length);
  for (let row = 0; row < odds.length; row += 1) {
    const probability = 1 / (1 + Math.exp(-odds[row]!));
    first[row] = weights[row]! * (probability - positive[row]!);
    second[row] = weights[row]! * probability * (1 - probability);
  }
  return { first, second };
}

interface Grown {
  readonly features: Int32Array;
  readonly thresholds: Float32Array;
  readonly leaves: Float32Array;
  /** Node that each row ends in. */
  readonly places: Int32Array;
}

function grow({ edges, bins }: Binned, derivatives: Derivatives, settings: BoostingSettings): Grown {
  const nodes = 2 ** settings.depth - 1;
  const features = new Int32Array(nodes).fill(-1);
  const thresholds = new Float32Array(nodes);
  const places = new Int32Array(derivatives.first.length);
  for (let level = 0; level < settings.depth; level += 1) {
    const begin = 2 ** level - 1;
    const splits = bestSplits(bins, edges, places, begin, derivatives, settings);
    for (const [at, split] of splits.entries()) {
      features[begin + at] = split.feature;
      thresholds[begin + at] = split.feature < 0 ? 0 : edges[split.feature]![split.bin - 1]!;
    }
    for (let row = 0; row < places.length; row += 1) {
      const { feature, bin } = splits[places[row]! - begin]!;
      places[row] = 2 * places[row]! + (feature < 0 || bins[feature]![row]! <= bin ? 1 : 2);
    }
  }
  return { features, thresholds, leaves: leavesOf(places, nodes, derivatives, settings), places };
}

interface Split {
  readonly feature: number;
  readonly bin: number;
}

/** The split of each node of a level that lowers the loss most; feature −1 where none does. */
function bestSplits(bins: readonly Uint8Array[], edges: readonly Float64Array[], places: Int32Array, begin: number, { first, second }: Derivatives, { ridge, leastInLeaf }: BoostingSettings): readonly Split[] {
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
      const split = bestInNode(g.subarray(node * count, (node + 1) * count), h.subarray(node * count, (node + 1) * count), ridge, leastInLeaf);
      if (split.gain > best[node]!.gain) best[node] = { feature, ...split };
    }
  }
  return best;
}

function bestInNode(g: Float64Array, h: Float64Array, ridge: number, leastInLeaf: number): { readonly bin: number; readonly gain: number } {
  const [allG, allH] = [g.reduce((total, one) => total + one, 0), h.reduce((total, one) => total + one, 0)];
  let [leftG, leftH] = [0, 0];
  let best = { bin: 0, gain: 0 };
  for (let bin = 0; bin < g.length - 1; bin += 1) {
    leftG += g[bin]!;
    leftH += h[bin]!;
    if (leftH < leastInLeaf || allH - leftH < leastInLeaf || bin === 0) continue;
    const gain = leftG ** 2 / (leftH + ridge) + (allG - leftG) ** 2 / (allH - leftH + ridge) - allG ** 2 / (allH + ridge);
    if (gain > best.gain) best = { bin, gain };
  }
  return best;
}

function leavesOf(places: Int32Array, nodes: number, { first, second }: Derivatives, { ridge, learningRate }: BoostingSettings): Float32Array {
  const [g, h] = [new Float64Array(nodes + 1), new Float64Array(nodes + 1)];
  for (let row = 0; row < places.length; row += 1) {
    g[places[row]! - nodes]! += first[row]!;
    h[places[row]! - nodes]! += second[row]!;
  }
  return Float32Array.from(g, (sumOfFirst, leaf) => (-learningRate * sumOfFirst) / (h[leaf]! + ridge));
}

/** Log-odds of one row of features. */
export function logOdds({ depth, base, features, thresholds, leaves }: BoostedTrees, row: Float32Array): number {
  const nodes = 2 ** depth - 1;
  const trees = features.length / nodes;
  let odds = base;
  for (let tree = 0; tree < trees; tree += 1) {
    let node = 0;
    while (node < nodes) {
      const feature = features[tree * nodes + node]!;
      node = 2 * node + (feature >= 0 && row[feature]! > thresholds[tree * nodes + node]! ? 2 : 1);
    }
    odds += leaves[tree * (nodes + 1) + node - nodes]!;
  }
  return odds;
}

/** Log-odds of many rows. */
export function logOddsOf(trees: BoostedTrees, columns: Columns): Float64Array {
  const row = new Float32Array(columns.length);
  return Float64Array.from(columns[0] ?? [], (_, at) => {
    for (const [feature, column] of columns.entries()) row[feature] = column[at]!;
    return logOdds(trees, row);
  });
}

const sum = (weights: Float32Array, value: (row: number) => number): number => weights.reduce((total, weight, row) => total + weight * value(row), 0);
