import type { GoodsRow } from '../../serve/goods/goods-row.ts';
import { outOfDomainSegments } from '../../serve/scoring/score-out-of-domain.ts';
import { robustZ, similarGoods } from '../../serve/similar/number-density.ts';
import type { Densities } from '../../serve/similar/scaled-numbers.ts';

/** How many goods a level needs before it is taken for usual: as where usual ratios are learned for the stream. */
const MINIMUM = 20;

/** A distance from what is usual, and the goods whose distances it compares with. */
export interface OutOfDomainDistance {
  readonly score: number;
  readonly segments: readonly string[];
}

/**
 * How far a unit value lies from what is usual for its code, in robust standard deviations: all that can be compared of goods
 * outside the scopes, whose usual values come from reference data.
 */
export function outOfDomainDistance(row: GoodsRow, densities: Densities): OutOfDomainDistance | undefined {
  const similar = similarGoods(densities.unitValue, row.hs6, MINIMUM);
  const z = robustZ(similar, row.numbers.unitValue);
  return similar === undefined || similar.code === '' || Number.isNaN(z)
    ? undefined
    : {
        score: Math.round(Math.abs(z) * 100) / 100,
        segments: outOfDomainSegments(`HS${String(similar.code.length)}`, similar.spread.mad),
      };
}
