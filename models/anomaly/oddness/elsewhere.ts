import type { Densities } from '../autoencoder/scaled-numbers.ts';
import type { GoodsRow } from '../goods/goods-row.ts';
import { robustZ, similarGoods } from '../similar/number-density.ts';

/** How many goods a level needs before it is taken for usual: as where usual ratios are learned for the stream. */
const MINIMUM = 20;

/** A distance from what is usual, and the level of the nomenclature it is measured at. */
export interface ElsewhereScore {
  readonly score: number;
  readonly level: string;
}

/**
 * How far a unit value lies from what is usual for its code, in robust standard deviations: all that can be compared of goods
 * outside the scopes, whose usual values come from reference data.
 */
export function elsewhereScore(row: GoodsRow, densities: Densities): ElsewhereScore | undefined {
  const similar = similarGoods(densities.unitValue, row.hs6, MINIMUM);
  const z = robustZ(similar, row.numbers.unitValue);
  return similar === undefined || similar.code === '' || Number.isNaN(z) ? undefined : { score: Math.round(Math.abs(z) * 100) / 100, level: `HS${similar.code.length}` };
}

export const elsewhereSegments = (level: string): readonly string[] => [level];
