import { wilson } from '../../models/statistics/wilson.ts';

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

/** An interval of more than this says too little: it takes some 40 cases where half are hits, some 10 where none is. */
const WIDEST = 0.3;

/** A counted share with Wilson's score interval, which holds for few cases and for shares near 0 and 1, too. */
export function rateOf(hits: number, of: number): Rate {
  const { value: share, low, high } = wilson(hits, of);
  return of === 0 ? { hits, of, low, high, tooFew: true } : { hits, of, share, low, high, tooFew: high - low > WIDEST };
}
