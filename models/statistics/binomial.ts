import betainc from '@stdlib/math-base-special-betainc';
import { type Interval, USUAL_CONFIDENCE } from './interval.ts';

/**
 * Chance of `least` or more alarms among `trials` legitimate goods when each gives one with that probability: small means that
 * the realised rate is above the stated one and not by chance. By the regularised incomplete beta function (DLMF 8.17.5).
 */
export function binomialAtLeast(least: number, trials: number, probability: number): number {
  if (least <= 0) return 1;
  if (least > trials) return 0;
  return betainc(probability, least, trials - least + 1);
}

/** The exact interval of Clopper and Pearson (1934) for a realised rate: never narrower than it says. */
export function clopperPearson(successes: number, trials: number, confidence = USUAL_CONFIDENCE): Interval {
  const tail = (1 - confidence) / 2;
  if (trials === 0) return { value: Number.NaN, low: 0, high: 1 };
  const low = successes === 0 ? 0 : solved((p) => binomialAtLeast(successes, trials, p) - tail);
  const high = successes === trials ? 1 : solved((p) => binomialAtLeast(successes + 1, trials, p) - (1 - tail));
  return { value: successes / trials, low, high };
}

/** Most alarms that so many legitimate goods may give before the stated rate is refuted at that level (0.01: one chance in a hundred). */
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
