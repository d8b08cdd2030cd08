import { countBelow, quantile } from './ranks.ts';

/** Half a case where a bin is empty: the index stays finite. */
const EMPTY = 0.5;

/**
 * Population stability index of two histograms over the same bins: Σ (a − e)·ln(a / e) of their shares. By the trade's custom
 * below 0.1 nothing has moved, above 0.25 the goods are no longer those that the model was made from.
 * @throws RangeError where the bins differ
 */
export function populationStability(expected: ArrayLike<number>, actual: ArrayLike<number>): number {
  if (expected.length !== actual.length) throw new RangeError('histograms over different bins cannot be compared');
  const [e, a] = [sharesOf(expected), sharesOf(actual)];
  return e.reduce((sum, share, bin) => sum + ((a[bin] ?? share) - share) * Math.log((a[bin] ?? share) / share), 0);
}

function sharesOf(counts: ArrayLike<number>): Float64Array {
  const filled = Float64Array.from(counts, (count) => Math.max(count, EMPTY));
  const total = filled.reduce((sum, count) => sum + count, 0);
  return filled.map((count) => count / total);
}

/** Edges that divide values into `bins` equally filled bins; fewer where values repeat. */
export function quantileEdges(values: ArrayLike<number>, bins: number): Float64Array {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return new Float64Array(0);
  const edges = Array.from({ length: bins - 1 }, (_, index) => quantile(sorted, (index + 1) / bins));
  return Float64Array.from(new Set(edges));
}

/** How many values lie in each bin: at most the first edge, above it and at most the second, …, above the last. */
export function histogram(values: ArrayLike<number>, edges: Float64Array): Uint32Array {
  const counts = new Uint32Array(edges.length + 1);
  for (let index = 0; index < values.length; index += 1) {
    const bin = countBelow(edges, values[index] ?? 0);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** A histogram over bins that the values themselves fill equally: what later values are compared with. */
export function quantileHistogram(
  values: ArrayLike<number>,
  bins: number,
): { readonly edges: number[]; readonly counts: number[] } {
  const edges = quantileEdges(values, bins);
  return { edges: [...edges], counts: [...histogram(values, edges)] };
}
