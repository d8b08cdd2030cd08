/** Softmax of values[offset … offset + length) in place. */
export function softmaxInPlace(values: Float32Array | Float64Array, offset: number, length: number): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let j = offset; j < offset + length; j += 1) if (values[j]! > largest) largest = values[j]!;
  let sum = 0;
  for (let j = offset; j < offset + length; j += 1) {
    const power = Math.exp(values[j]! - largest);
    values[j] = power;
    sum += power;
  }
  for (let j = offset; j < offset + length; j += 1) values[j] = values[j]! / sum;
}

/**
 * What each head's probabilities count in their mean. The dense head comes nearer to the truth on all held-out sets (log-loss); the sparse one
 * corrects it where letters and pairs of words decide.
 */
export const SPARSE_SHARE = 0.35;
export const DENSE_SHARE = 1 - SPARSE_SHARE;

/** The mean of what both heads say: a probability, or a sum of some. */
export const meanOf = (sparse: number, dense: number): number => SPARSE_SHARE * sparse + DENSE_SHARE * dense;
