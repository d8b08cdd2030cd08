import { type GoodsRow, type NumberName } from '../goods/goods-row.ts';
import { CO_OCCURRENCES, type CoOccurrence, coOccurrenceSurprisal } from './co-occurrence.ts';
import { densitySurprisal, type NumberDensity } from './number-density.ts';

/** The simple statistics: each number among goods of its code, each category in its context. */
export interface SimilarGoods {
  readonly densities: Readonly<Record<NumberName, NumberDensity>>;
  /** In the order of `CO_OCCURRENCES`. */
  readonly coOccurrences: readonly CoOccurrence[];
}

/** How unlikely a field of a row is among similar goods; NaN where it is not stated. */
export function numberSurprisal({ densities }: SimilarGoods, row: GoodsRow, name: NumberName): number {
  const value = row.numbers[name];
  return Number.isNaN(value) ? NaN : densitySurprisal(densities[name], row.hs6, value);
}

/** The same for a category of `CO_OCCURRENCES`, by its place there. */
export function categorySurprisal({ coOccurrences }: SimilarGoods, row: GoodsRow, at: number): number {
  return coOccurrenceSurprisal(coOccurrences[at]!, CO_OCCURRENCES[at]!, row);
}
