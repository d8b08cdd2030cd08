/** Smallest p-value that is told: beyond it the tails of a normal distribution say nothing about goods. */
const SMALLEST = 1e-12;

/**
 * Share of a normal distribution at least `deviation` standard deviations from its middle, on both sides, to six digits:
 * 1 − erf(|z|/√2) by Abramowitz and Stegun 7.1.26 in its complementary form, whose error is below 2e-7.
 */
export function tailProbability(deviation: number): number {
  const x = Math.abs(deviation) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x);
  return sixDigits(Math.min(1, Math.max(SMALLEST, tail)));
}

/**
 * Probability that the smallest of several independent p-values is as small as the smallest of these (Šidák), to six digits:
 * one odd number is enough to make an item odd, and looking at more numbers does not make it odder.
 */
export function combinedPValue(pValues: readonly number[]): number {
  const smallest = Math.min(...pValues);
  return sixDigits(Math.max(SMALLEST, -Math.expm1(pValues.length * Math.log1p(-Math.min(smallest, 1 - 1e-12)))));
}

const sixDigits = (value: number): number => Number(value.toPrecision(6));
