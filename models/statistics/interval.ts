import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** A figure with the range it lies in at a stated confidence (95 % where nothing else is said). */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What every interval here is made for unless the caller says otherwise. */
export const USUAL_CONFIDENCE = 0.95;

/** The same to `digits` decimals, for reports and cards. */
export function roundedInterval({ value, low, high }: Interval, digits = 4): Interval {
  const round = (figure: number): number => Number(figure.toFixed(digits));
  return { value: round(value), low: round(low), high: round(high) };
}

/** How many standard deviations to either side of the middle hold that share of a normal distribution. */
export const normalDeviate = (confidence: number): number => normalQuantile((1 + confidence) / 2, 0, 1);
