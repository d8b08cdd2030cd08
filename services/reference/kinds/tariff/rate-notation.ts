import type { DutyRate } from '../../../risk/facts/facts.ts';

const PERCENT = /^(\d+(?:\.\d+)?)%$/;
const SPECIFIC = /^(\d+(?:\.\d+)?) ([A-Z]{3})\/([A-Z0-9]{2,3})(?: \+ (\d+(?:\.\d+)?)%)?$/;
const OTHER = 'other: ';

/**
 * The notation of rates in a snapshot, short enough for one row a line: "free", "6.8%", "0.044 USD/KGM",
 * "0.061 USD/KGM + 2%", "other: 8¢/kg on lead content".
 */
export function writeRate(rate: DutyRate): string {
  switch (rate.kind) {
    case 'free':
      return 'free';
    case 'adValorem':
      return `${rate.percent}%`;
    case 'specific':
      return `${rate.amount.value} ${rate.amount.currencyId ?? ''}/${rate.per}`;
    case 'compound':
      return `${rate.amount.value} ${rate.amount.currencyId ?? ''}/${rate.per} + ${rate.percent}%`;
    case 'other':
      return OTHER + rate.text;
  }
}

/** Reads the notation; `undefined` where it is none. */
export function readRate(text: string): DutyRate | undefined {
  if (text === 'free') return { kind: 'free' };
  if (text.startsWith(OTHER)) return { kind: 'other', text: text.slice(OTHER.length) };
  const percent = PERCENT.exec(text);
  if (percent) return { kind: 'adValorem', percent: percent[1]! };
  const specific = SPECIFIC.exec(text);
  if (!specific) return undefined;
  const amount = { value: specific[1]!, currencyId: specific[2]! };
  const per = specific[3]!;
  return specific[4] === undefined
    ? { kind: 'specific', amount, per }
    : { kind: 'compound', percent: specific[4], amount, per };
}
