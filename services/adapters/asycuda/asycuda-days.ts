const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})/;
/** What the system writes where no day is stated. */
const NO_DAY = /^0+[/.-]0+[/.-]0+$/;

export type SlashOrder = 'month first' | 'day first';

/** ASYCUDA World writes the month first whatever the country, unless a day of the message shows that this one does not. */
export function slashOrder(texts: readonly string[]): SlashOrder {
  return texts.some((text) => Number(SLASHED.exec(text)?.[1] ?? 0) > 12) ? 'day first' : 'month first';
}

/** As eight digits (format 102); empty where none is stated, `undefined` where it is no day. */
export function dayIn(text: string, order: SlashOrder): string | undefined {
  if (NO_DAY.test(text)) return '';
  const iso = ISO.exec(text);
  if (iso !== null) return eightDigits(iso[1], iso[2], iso[3]);
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return eightDigits(dotted[3], dotted[2], dotted[1]);
  const [, first, second, year] = SLASHED.exec(text) ?? [];
  return order === 'month first' ? eightDigits(year, first, second) : eightDigits(year, second, first);
}

function eightDigits(year = '', month = '', day = ''): string | undefined {
  if (year === '' || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${yearOf(year)}${month.padStart(2, '0')}${day.padStart(2, '0')}`;
}

/** Of two digits those from 70 on are of the last century. */
export function yearOf(digits: string): string {
  if (digits.length === 4) return digits;
  return `${Number(digits) < 70 ? '20' : '19'}${digits}`;
}
