import { type GoodsRow, type NumberName, NUMBERS } from '../../serve/goods/goods-row.ts';
import { CO_OCCURRENCES } from '../../serve/similar/co-occurrence.ts';
import type { NumberDensity } from '../../serve/similar/number-density.ts';
import type { SimilarGoods } from '../../serve/similar/similar-goods.ts';
import { foldOf, type LabelledRow } from '../data/split.ts';
import { learnCoOccurrence } from './learn-co-occurrence.ts';
import { learnDensity } from './learn-density.ts';

export function learnSimilarGoods(rows: readonly GoodsRow[]): SimilarGoods {
  const codes = rows.map(({ hs6 }) => hs6);
  const densities = Object.fromEntries(
    NUMBERS.map((name) => [
      name,
      learnDensity(
        Float64Array.from(rows, ({ numbers }) => numbers[name]),
        codes,
      ),
    ]),
  ) as Record<NumberName, NumberDensity>;
  return { densities, coOccurrences: CO_OCCURRENCES.map((spec) => learnCoOccurrence(rows, spec)) };
}

/**
 * What to compare rows with that are learned from themselves: honest goods of the other folds, so that no row stands among its
 * own similar goods.
 */
export function densitiesApart(
  rows: readonly LabelledRow[],
  seed: number,
  folds: number,
): (row: Pick<LabelledRow, 'group'>) => SimilarGoods['densities'] {
  const apart = Array.from(
    { length: folds },
    (_, fold) =>
      learnSimilarGoods(rows.filter(({ group, outcome }) => outcome === 0 && foldOf(group, seed, folds) !== fold))
        .densities,
  );
  return ({ group }) => apart[foldOf(group, seed, folds)]!;
}
