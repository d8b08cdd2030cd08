import type { Interval } from './interval.ts';
import { countAtMost } from './ranks.ts';
import { wilson } from './wilson.ts';

/** What is found when a stated share of honest goods may be called odd. */
export interface RecallAtRate {
  readonly recall: Interval;
  /** Scores above it are alarms. */
  readonly threshold: number;
  /** The share of honest goods above it: at most the stated one, less where honest scores are tied. */
  readonly realised: Interval;
}

/** The lowest threshold that at most `rate` of the honest scores exceed: alarms are scores strictly above it. */
export function thresholdAt(legitimate: ArrayLike<number>, rate: number): number {
  const sorted = Float64Array.from(legitimate).sort();
  if (sorted.length === 0) return Number.POSITIVE_INFINITY;
  const allowed = Math.floor(rate * sorted.length + 1e-9);
  return sorted[sorted.length - 1 - Math.min(allowed, sorted.length - 1)] ?? Number.POSITIVE_INFINITY;
}

/** Share of the odd that score above the threshold which `rate` of the honest exceed, with Wilson's intervals. */
export function recallAt(legitimate: ArrayLike<number>, odd: ArrayLike<number>, rate: number): RecallAtRate {
  const threshold = thresholdAt(legitimate, rate);
  return { recall: shareAbove(odd, threshold), threshold, realised: shareAbove(legitimate, threshold) };
}

/** Share of scores strictly above a threshold, with Wilson's interval. */
export function shareAbove(scores: ArrayLike<number>, threshold: number): Interval {
  const sorted = Float64Array.from(scores).sort();
  return wilson(sorted.length - countAtMost(sorted, threshold), sorted.length);
}
