import { type Interval, USUAL_CONFIDENCE } from './interval.ts';

/**
 * Chance of `least` or more alarms among `trials` honest goods when each gives one with that probability: small means that
 * the realised rate is above the stated one and not by chance.
 */
export function binomialAtLeast(least: number, trials: number, probability: number): number {
  if (least <= 0) return 1;
  if (least > trials) return 0;
  return incompleteBeta(least, trials - least + 1, probability);
}

/** The exact interval of Clopper and Pearson (1934) for a realised rate: never narrower than it says. */
export function clopperPearson(successes: number, trials: number, confidence = USUAL_CONFIDENCE): Interval {
  const tail = (1 - confidence) / 2;
  if (trials === 0) return { value: Number.NaN, low: 0, high: 1 };
  const low = successes === 0 ? 0 : solved((p) => binomialAtLeast(successes, trials, p) - tail);
  const high = successes === trials ? 1 : solved((p) => binomialAtLeast(successes + 1, trials, p) - (1 - tail));
  return { value: successes / trials, low, high };
}

/** Most alarms that so many honest goods may give before the stated rate is refuted at that level (0.01: one chance in a hundred). */
export function mostAlarms(trials: number, rate: number, level = 0.01): number {
  let [low, high] = [0, trials + 1];
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (binomialAtLeast(middle, trials, rate) > level) low = middle;
    else high = middle;
  }
  return low;
}

/** Where a rising function of a probability crosses zero. */
function solved(rising: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Regularised incomplete beta function I_x(a, b) by Lentz's continued fraction (Numerical Recipes, 6.4). */
function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * continued(a, b, x)) / a : 1 - (front * continued(b, a, 1 - x)) / b;
}

function continued(a: number, b: number, x: number): number {
  const away = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 1000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return result;
}

const LANCZOS = [
  76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.001208650973866179,
  -0.000005395239384953,
] as const;

function logGamma(x: number): number {
  const series = LANCZOS.reduce((sum, coefficient, index) => sum + coefficient / (x + index + 1), 1.000000000190015);
  return Math.log((2.5066282746310005 * series) / x) + (x + 0.5) * Math.log(x + 5.5) - (x + 5.5);
}
