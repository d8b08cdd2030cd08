import type { Day } from '../../../risk/declaration/day.ts';
import type { ExchangeRate } from '../../../risk/facts/facts.ts';
import { found, type Known } from '../../../risk/facts/known.ts';
import { type Asked, type Held, type Kind, notLoaded } from '../kind.ts';
import { assembleExchangeRates } from './assemble-exchange-rates.ts';
import { type ExchangeRatesContent, rateDayProblem, type RatesOfFile } from './content.ts';
import { ecbRates } from './ecb-rates.ts';
import { ExchangeRateLookUp } from './exchange-rate-look-up.ts';
import { hmrcRates } from './hmrc-rates.ts';

export interface ExchangeRatesLookUps {
  /** To the authority's currency; the last published rate that is not older than the table allows. */
  readonly exchangeRate: (currency: string, day: Day) => Known<ExchangeRate>;
}

/** Published rates of the days, of one base. */
export const exchangeRates: Kind<'exchange-rates', ExchangeRatesContent, ExchangeRatesLookUps, RatesOfFile> = {
  name: 'exchange-rates',
  inWords: 'table of exchange rates',
  whenMissing: 'notReady',
  oldAfter: 'exchangeRates',
  shape: { base: 'text', maximumAgeDays: 'number', days: 'list' },
  rowProblem: rateDayProblem,
  count: ({ days }) => ({
    days: days.length,
    currencies: new Set(days.flatMap(({ rates }) => Object.keys(rates))).size,
  }),
  importing: { formats: [ecbRates, hmrcRates], assemble: assembleExchangeRates, isAdding: true },
  load: (held, asked) => ({ exchangeRate: lookUp(held, asked) }),
  questions: { exchangeRate: (currency, day) => `${day}${currency}` },
};

/** Of the own currency there is nothing to be published. */
function lookUp(
  held: Held<ExchangeRatesContent> | undefined,
  { authority: { currency: own } }: Asked,
): ExchangeRatesLookUps['exchangeRate'] {
  const published = held === undefined ? undefined : new ExchangeRateLookUp(held.content, own, held.from);
  return (currency, day) =>
    currency === own
      ? found({ rate: '1', day }, 'identity')
      : (published?.rate(currency, day) ?? notLoaded(exchangeRates));
}
