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

/** Features of many rows, one array a feature; NaN where not known. */
export type Columns = readonly Float32Array[];

/** The probability that log-odds stand for. */
export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
