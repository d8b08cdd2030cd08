import Big from 'big.js';
import type { DutyRate } from '../../../risk/facts/facts.ts';

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const PERCENT = new RegExp(`^(${NUMBER}) ?%$`);
const SPECIFIC = new RegExp(
  String.raw`^(?:\$(${NUMBER})|(${NUMBER}) ?¢) ?(?:/ ?([\w.,²³]+)|(each))(?: ?\+ ?(${NUMBER}) ?%)?$`,
);

/** Units in which the US tariff states specific rates, as UN/ECE Rec. 20 codes. Bases that are a part of the goods ("kg on lead content") are not among them. */
const RATE_UNITS: Readonly<Record<string, string>> = {
  kg: 'KGM',
  t: 'TNE',
  liter: 'LTR',
  'pf.liter': 'PFL',
  bbl: 'BLL',
  each: 'NAR',
  head: 'NAR',
  'pr.': 'NPR',
  pr: 'NPR',
  'doz.': 'DZN',
  gross: 'GRO',
  m2: 'MTK',
  'm²': 'MTK',
  m3: 'MTQ',
  'm³': 'MTQ',
  m: 'MTR',
  '1000': 'MIL',
  '1,000': 'MIL',
  thousand: 'MIL',
};

/**
 * Reads a general rate of duty as the Harmonized Tariff Schedule of the United States writes it: "Free", "6.8%", "4.4¢/kg",
 * "$1.035/kg + 2%", "37.2¢ each". Whatever else a rate says is kept as its own text, for people: never half understood.
 */
export function parseUsRate(text: string): DutyRate {
  const rate = text.replace(/\s+/g, ' ').trim();
  if (/^free$/i.test(rate)) return { kind: 'free' };
  const percent = PERCENT.exec(rate);
  if (percent) return { kind: 'adValorem', percent: decimal(percent[1]!) };
  const match = SPECIFIC.exec(rate);
  const per = match === null ? undefined : RATE_UNITS[(match[3] ?? match[4])!.toLowerCase()];
  if (match === null || per === undefined) return { kind: 'other', text: rate };
  const amount = { value: match[1] === undefined ? decimal(match[2]!, 100) : decimal(match[1]), currencyId: 'USD' };
  return match[5] === undefined
    ? { kind: 'specific', amount, per }
    : { kind: 'compound', percent: decimal(match[5]), amount, per };
}

function decimal(digits: string, divisor = 1): string {
  return Big(digits.replaceAll(',', '')).div(divisor).toFixed();
}
