/** Median and median absolute deviation of a sample that is not empty. */
export interface RobustSummary {
  readonly median: number;
  readonly mad: number;
  readonly count: number;
}

export function summarise(sample: readonly number[]): RobustSummary {
  const middle = median(sample);
  return { median: middle, mad: median(sample.map((value) => Math.abs(value - middle))), count: sample.length };
}

/** Mean of the two middle values where the count is even. */
export function median(sample: readonly number[]): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
