import { type Interval, normalDeviate, USUAL_CONFIDENCE } from './interval.ts';

/** A share with Wilson's score interval (1927): right also for few cases and for shares near 0 and 1. No trials: the whole range. */
export function wilson(successes: number, trials: number, confidence = USUAL_CONFIDENCE): Interval {
  if (trials === 0) return { value: Number.NaN, low: 0, high: 1 };
  const z = normalDeviate(confidence);
  const share = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const middle = (share + (z * z) / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return {
    value: share,
    low: Math.max(0, Math.min(share, middle - half)),
    high: Math.min(1, Math.max(share, middle + half)),
  };
}
