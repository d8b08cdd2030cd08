import { LEVELS } from '../goods/goods-row.ts';

/** Width of a bin of the logarithm: prices of the most even goods differ by that much. */
export const BIN = 0.15;
/** Standard deviation of the kernel, in bins. */
const KERNEL_BINS = 1;
const REACH = 4;
const KERNEL = Float64Array.from(
  { length: 2 * REACH + 1 },
  (_, at) => Math.exp(-0.5 * ((at - REACH) / KERNEL_BINS) ** 2) / (KERNEL_BINS * BIN * Math.sqrt(2 * Math.PI)),
);
/** What lies outside everything known is still possible: so much, spread over this range of the logarithm. */
const OUTSIDE_SHARE = 0.01;
const RANGE = 60;

/** Goods of one code as a histogram of the logarithm of one number. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  /** Median absolute deviation. */
  readonly mad: number;
  /** Two thirds of the goods lie between. */
  readonly low: number;
  readonly high: number;
  /** Occupied bins, ascending, and how many goods lie in each. */
  readonly bins: Int32Array;
  readonly counts: Float32Array;
}

/** One number among similar goods, by code; '' is all goods. */
export type NumberDensity = ReadonlyMap<string, Spread>;

/**
 * How unlikely a number is among goods of its code, as −ln of a density: kernel estimates of chapter, heading and subheading,
 * each mixed with the wider one by the share of its goods that were new when they came (Witten and Bell, 1991), so that a code
 * whose goods are all alike is strict and one that was seen twice is not.
 */
export function densitySurprisal(density: NumberDensity, code: string | undefined, value: number): number {
  const all = density.get('');
  let likelihood = OUTSIDE_SHARE / RANGE + (all === undefined ? 0 : (1 - OUTSIDE_SHARE) * kernel(all, value));
  for (const level of [2, 4, 6]) {
    const spread = code === undefined ? undefined : density.get(code.slice(0, level));
    if (spread === undefined) break;
    const kinds = spread.bins.length;
    likelihood = (spread.count * kernel(spread, value) + kinds * likelihood) / (spread.count + kinds);
  }
  return -Math.log(likelihood);
}

function kernel({ bins, counts, count }: Spread, value: number): number {
  const place = value / BIN;
  let from = lowerBound(bins, Math.ceil(place - REACH));
  let sum = 0;
  for (; from < bins.length && bins[from]! <= place + REACH; from += 1)
    sum += counts[from]! * KERNEL[Math.round(bins[from]! - place) + REACH]!;
  return sum / count;
}

function lowerBound(sorted: Int32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const at = (low + high) >>> 1;
    if (sorted[at]! < value) low = at + 1;
    else high = at;
  }
  return low;
}

/** Similar goods of the narrowest level that has at least `minimum` of them. */
export function similarGoods(
  density: NumberDensity,
  code: string | undefined,
  minimum: number,
): { readonly code: string; readonly spread: Spread } | undefined {
  for (const level of LEVELS) {
    if (code === undefined && level > 0) continue;
    const key = (code ?? '').slice(0, level);
    const spread = density.get(key);
    if (spread !== undefined && spread.count >= minimum) return { code: key, spread };
  }
  return undefined;
}

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
export const MAD_TO_SIGMA = 1.4826;

/** Robust z-score against similar goods, the spread never taken for less than a bin. NaN where either is not known. */
export function robustZ(similar: { readonly spread: Spread } | undefined, value: number): number {
  return similar === undefined
    ? NaN
    : (value - similar.spread.median) / Math.max(MAD_TO_SIGMA * similar.spread.mad, BIN);
}
