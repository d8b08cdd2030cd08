import { type GoodsRow, type NumberName, NUMBERS } from '../goods/goods-row.ts';
import { BIN, type NumberDensity, robustZ, similarGoods } from './number-density.ts';

/** Fewer similar goods than this say nothing of a middle: the wider level is taken. */
export const SIMILAR_MINIMUM = 5;

export type Densities = Readonly<Record<NumberName, NumberDensity>>;

/** Width of a bin of the scaled number, and how many there are: the middle one holds what is exactly usual. */
const WIDTH = 0.3;
export const BINS = 41;
const FURTHEST = (WIDTH * (BINS - 1)) / 2;

/** A row's numbers relative to similar goods, in the order of `NUMBERS`; NaN where not known. */
export interface ScaledNumbers {
  /** asinh of the robust z-score: linear near the middle, logarithmic far out; cut at ±6. */
  readonly values: Float32Array;
  /** How well the code is known: logarithms of the number of similar goods and of their spread in unit value. */
  readonly context: Float32Array;
}

export function scaledNumbers(row: GoodsRow, densities: Densities): ScaledNumbers {
  const values = Float32Array.from(NUMBERS, (name) => {
    const z = robustZ(similarGoods(densities[name], row.hs6, SIMILAR_MINIMUM), row.numbers[name]);
    return Math.max(-FURTHEST, Math.min(FURTHEST, Math.asinh(z)));
  });
  const exact = row.hs6 === undefined ? undefined : densities.unitValue.get(row.hs6);
  const similar = similarGoods(densities.unitValue, row.hs6, SIMILAR_MINIMUM)?.spread;
  return {
    values,
    context: Float32Array.of(Math.log1p(exact?.count ?? 0) / 3, Math.log(Math.max(1.4826 * (similar?.mad ?? 1), BIN))),
  };
}

/** Which bin a scaled number falls in. */
export const binOf = (scaled: number): number =>
  Math.max(0, Math.min(BINS - 1, Math.round(scaled / WIDTH) + (BINS - 1) / 2));
