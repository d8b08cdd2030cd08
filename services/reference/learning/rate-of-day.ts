import type { Day } from '../../risk/declaration/day.ts';
import type { ExchangeRate } from '../../risk/facts/facts.ts';
import type { Known } from '../../risk/facts/known.ts';

/** Units of the authority's currency for one unit of another on a day; undefined where no rate is known. */
export type RateOfDay = (currency: string, day: Day) => number | undefined;

/** Rates for learning, where the last digit of a decimal changes nothing, from reference data. */
export function rateOfDay(reference: { exchangeRate(currency: string, day: Day): Known<ExchangeRate> }): RateOfDay {
  return (currency, day) => {
    const known = reference.exchangeRate(currency, day);
    return known.state === 'found' ? Number(known.value.rate) : undefined;
  };
}
