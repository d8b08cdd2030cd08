import type { Densities } from '../autoencoder/scaled-numbers.ts';
import type { GoodsRow } from '../goods/goods-row.ts';
import { MAD_TO_SIGMA, robustZ, similarGoods } from '../similar/number-density.ts';

/** How many goods a level needs before it is taken for usual: as where usual ratios are learned for the stream. */
const MINIMUM = 20;

/** A distance from what is usual, and the goods whose distances it compares with. */
export interface ElsewhereScore {
  readonly score: number;
  readonly segments: readonly string[];
}

/**
 * How far a unit value lies from what is usual for its code, in robust standard deviations: all that can be compared of goods
 * outside the scopes, whose usual values come from reference data.
 */
export function elsewhereScore(row: GoodsRow, densities: Densities): ElsewhereScore | undefined {
  const similar = similarGoods(densities.unitValue, row.hs6, MINIMUM);
  const z = robustZ(similar, row.numbers.unitValue);
  return similar === undefined || similar.code === '' || Number.isNaN(z)
    ? undefined
    : {
        score: Math.round(Math.abs(z) * 100) / 100,
        segments: elsewhereSegments(`HS${String(similar.code.length)}`, similar.spread.mad),
      };
}

/**
 * The segments of a distance, the narrowest first: level and spread, then spread. Goods of codes that are all alike stray by many
 * of their small standard deviations and goods of codes that differ widely by few of their large ones, so that one table for both
 * would be too strict with the first and blind to the second.
 * @param mad median absolute deviation of the logarithm among similar goods
 */
export function elsewhereSegments(level: string, mad: number): readonly string[] {
  const spread = spreadWord(MAD_TO_SIGMA * mad);
  return [`${level}, ${spread}`, spread];
}

function spreadWord(sigma: number): string {
  if (sigma < 0.15) return 'alike';
  if (sigma < 0.5) return 'narrow spread';
  if (sigma < 1) return 'middling spread';
  return sigma < 2 ? 'wide spread' : 'very wide spread';
}
