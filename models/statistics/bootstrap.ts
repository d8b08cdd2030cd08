import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Interval, USUAL_CONFIDENCE } from './interval.ts';
import { quantile } from './ranks.ts';

export interface BootstrapOptions {
  readonly seed: number;
  /** Resamples drawn; 1,000 where nothing is said. */
  readonly rounds?: number;
  readonly confidence?: number;
}

/**
 * Percentile bootstrap (Efron, 1979): `statistic` of all rows, and the range of it over resamples with replacement. Where rows
 * belong together (repeats, one trader's), resample the groups and let `statistic` expand them.
 * @param size number of rows or groups
 * @param statistic of rows named by index; a row may be named more than once. NaN resamples are left out
 */
export function bootstrap(size: number, statistic: (rows: Uint32Array) => number, options: BootstrapOptions): Interval {
  const random = xoroshiro128plus(options.seed | 0);
  const rows = Uint32Array.from({ length: size }, (_, index) => index);
  const value = statistic(rows);
  if (size === 0) return { value, low: Number.NaN, high: Number.NaN };
  const results: number[] = [];
  for (let round = 0; round < (options.rounds ?? 1000); round += 1) {
    const drawn = statistic(rows.map(() => uniformInt(random, 0, size - 1)));
    if (!Number.isNaN(drawn)) results.push(drawn);
  }
  const sorted = Float64Array.from(results).sort();
  const tail = (1 - (options.confidence ?? USUAL_CONFIDENCE)) / 2;
  return { value, low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}
