import type { CommodityCode } from '../../risk/declaration/commodity-code.ts';

/** The digits of a commodity code; `undefined` where it is no code at all. */
export function commodityDigits(code: CommodityCode): string | undefined {
  return /^\d{2,}$/.test(code) ? code : undefined;
}

/** Chapters 98 and 99 are left to national use by the Harmonized System. */
export function isNationalChapter(digits: string): boolean {
  return digits.startsWith('98') || digits.startsWith('99');
}
