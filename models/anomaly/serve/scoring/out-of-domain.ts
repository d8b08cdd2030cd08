import { MAD_TO_SIGMA } from '../similar/number-density.ts';

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
