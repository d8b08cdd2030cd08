/**
 * Share of the standard normal distribution below `z`, by Abramowitz and Stegun 26.2.17 in W. J. Cody's arrangement of the
 * tail (continued fraction beyond 3), absolute error below 1e-7.
 */
export function normalBelow(z: number): number {
  return z < 0 ? upperTail(-z) : 1 - upperTail(z);
}

function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > 3) return density / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65)))));
  const t = 1 / (1 + 0.2316419 * x);
  return density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
}

const CENTRAL = [
  [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239],
  [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
] as const;
const TAIL = [
  [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
] as const;

/** The deviate below which that share of the standard normal distribution lies: P. J. Acklam's rational approximation, relative error below 1.2e-9. */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`a share between 0 and 1 was expected, not ${String(share)}`);
  if (share > 0.5) return -normalQuantile(1 - share);
  if (share < 0.02425)
    return polynomial(TAIL[0], Math.sqrt(-2 * Math.log(share))) / polynomial(TAIL[1], Math.sqrt(-2 * Math.log(share)));
  const q = share - 0.5;
  return (q * polynomial(CENTRAL[0], q * q)) / polynomial(CENTRAL[1], q * q);
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
