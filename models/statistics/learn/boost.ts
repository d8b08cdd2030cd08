import { type BoostedTrees, type Columns, probabilityOf } from '../boosted-trees.ts';
import { bestSplits, type Derivatives, type SplitLimits } from './best-splits.ts';
import { type Binned, binned } from './binning.ts';

export interface BoostingSettings extends SplitLimits {
  readonly trees: number;
  readonly depth: number;
  readonly learningRate: number;
}

/**
 * Grows the trees, each on what those before it left unexplained.
 * @param positive 1 or 0 a row
 * @param weights of the rows, above zero
 */
export function boost(
  columns: Columns,
  positive: ArrayLike<number>,
  weights: Float32Array,
  settings: BoostingSettings,
): BoostedTrees {
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

function derivativesAt(odds: Float64Array, positive: ArrayLike<number>, weights: Float32Array): Derivatives {
  const first = new Float64Array(odds.length);
  const second = new Float64Array(odds.length);
  for (let row = 0; row < odds.length; row += 1) {
    const probability = probabilityOf(odds[row]!);
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
    const splits = bestSplits({ edges, bins }, places, begin, derivatives, settings);
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

function leavesOf(
  places: Int32Array,
  nodes: number,
  { first, second }: Derivatives,
  { ridge, learningRate }: BoostingSettings,
): Float32Array {
  const [g, h] = [new Float64Array(nodes + 1), new Float64Array(nodes + 1)];
  for (let row = 0; row < places.length; row += 1) {
    g[places[row]! - nodes]! += first[row]!;
    h[places[row]! - nodes]! += second[row]!;
  }
  return Float32Array.from(g, (sumOfFirst, leaf) => (-learningRate * sumOfFirst) / (h[leaf]! + ridge));
}

const sum = (weights: Float32Array, value: (row: number) => number): number =>
  weights.reduce((total, weight, row) => total + weight * value(row), 0);
