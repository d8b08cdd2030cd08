import { type Day, isDay } from '../../../risk/declaration/day.ts';
import type { ExactDecimal } from '../../../risk/declaration/decimal-text.ts';
import { firstProblem, type RowProblem } from '../rows.ts';

export interface ExchangeRatesContent {
  /** ISO 4217: every rate is units of the other currency for one of this. */
  readonly base: string;
  /** A rate that is older than this on the day asked for is no answer. */
  readonly maximumAgeDays: number;
  /** Ascending. */
  readonly days: readonly RateDay[];
}

export interface RateDay {
  readonly day: Day;
  /** Inclusive: where the rates say themselves how long they hold; the maximum age is for the others. */
  readonly validTo?: Day;
  readonly rates: Readonly<Record<string, ExactDecimal>>;
}

/** What a file of rates brings. */
export interface RatesOfFile {
  readonly piece: 'exchange-rates';
  readonly base: string;
  readonly days: readonly RateDay[];
}

export function rateDayProblem({ days }: ExchangeRatesContent): RowProblem | undefined {
  return firstProblem('days', days, ({ day, validTo, rates }, index) => {
    if (validTo !== undefined && (!isDay(validTo) || validTo < day)) return 'a last day that is not before the first';
    if (!isDay(day) || (index > 0 && day <= days[index - 1]!.day)) return 'days in ascending order';
    return Object.entries(rates).every(
      ([currency, rate]) => /^[A-Z]{3}$/.test(currency) && /^\d+(\.\d+)?$/.test(rate) && Number(rate) > 0,
    )
      ? undefined
      : 'rates above zero, as text, by currency';
  });
}
