import { hashText } from '../../../statistics/hash.ts';

/** The one text of a number however a table writes it ("108", "108.00" and "108.0"), so that a file that was saved again has the same repeats; any other text as it is. */
export function exactText(text: string): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim();
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}

/** FNV-1a over the exact texts that repeat together in synthetic data: mass, price and rate. Signed, 32 bits. */
export function tripleHash(mass: string, price: string, rate: string): number {
  return hashText(`${mass}|${price}|${rate}`) | 0;
}
