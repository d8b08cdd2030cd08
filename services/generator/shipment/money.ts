/** US dollars for one unit of a currency, as they stood about the middle of 2026: what traders reckon their prices with. */
const DOLLARS_FOR: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1.16,
  GBP: 1.34,
  JPY: 0.0065,
  CNY: 0.141,
  CAD: 0.725,
  MXN: 0.0545,
  KRW: 0.00069,
  INR: 0.0113,
  CHF: 1.25,
  AUD: 0.655,
  TWD: 0.0322,
  AED: 0.2723,
  SAR: 0.2667,
  BHD: 2.6525,
  HKD: 0.1285,
  MYR: 0.24,
  SGD: 0.775,
  THB: 0.0308,
  NOK: 0.0995,
  SEK: 0.106,
  DKK: 0.1555,
  PLN: 0.273,
  NZD: 0.575,
};

/** Cents of the invoice's currency for cents of dollars. Throws `RangeError` for a currency nobody here invoices in. */
export function toInvoiceCurrency(dollarCents: number, currency: string): number {
  const rate = DOLLARS_FOR[currency];
  if (rate === undefined) throw new RangeError(`no rate for ${currency}`);
  const cents = dollarCents / rate;
  return hasNoCents(currency) ? Math.round(cents / 100) * 100 : Math.round(cents);
}

const hasNoCents = (currency: string): boolean => currency === 'JPY' || currency === 'KRW';
