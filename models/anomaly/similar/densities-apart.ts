import type { LabelledRow } from '../goods/goods-row.ts';
import { foldOf } from '../goods/split.ts';
import { learnSimilarGoods, type SimilarGoods } from './similar-goods.ts';

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
