/** The digits of a commodity code as declared: "8542.31.00 01" → "8542310001"; `undefined` where it is no code at all. */
export function commodityDigits(code: string): string | undefined {
  const digits = code.replace(/[\s.]/g, '');
  return /^\d{2,}$/.test(digits) ? digits : undefined;
}

/** Chapters 98 and 99 are left to national use by the Harmonized System. */
export function isNationalChapter(digits: string): boolean {
  return digits.startsWith('98') || digits.startsWith('99');
}
