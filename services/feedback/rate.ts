/** A share that was counted, with the interval that the true one lies in, 95 times in 100. */
export interface Rate {
  readonly hits: number;
  readonly of: number;
  /** Absent where nothing was counted. */
  readonly share?: number;
  readonly low: number;
  readonly high: number;
  /** The interval is too wide for a conclusion. */
  readonly tooFew: boolean;
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;
/** An interval of more than this says too little: it takes some 40 cases where half are hits, some 10 where none is. */
const WIDEST = 0.3;

/** Wilson's score interval (Wilson 1927, JASA 22:209), which holds for few cases and for shares near 0 and 1, too. */
export function rateOf(hits: number, of: number): Rate {
  if (of === 0) return { hits, of, low: 0, high: 1, tooFew: true };
  const share = hits / of;
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const reach = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const [low, high] = [Math.max(0, middle - reach), Math.min(1, middle + reach)];
  return { hits, of, share, low, high, tooFew: high - low > WIDEST };
}
