import Big from 'big.js';
import type { Day } from '../../../risk/declaration/day.ts';
import { MS_PER_DAY } from '../../../risk/declaration/instant.ts';
import type { ExchangeRate } from '../../../risk/facts/facts.ts';
import { found, type Known, unknown } from '../../../risk/facts/known.ts';
import type { ExchangeRatesContent, RateDay } from './content.ts';

/** Significant digits of a cross rate; the published rates have four to seven. */
const CROSS_RATE_DIGITS = 10;

/** Rates from any currency of a published table to one target currency: the last published day that is not too old. */
export class ExchangeRateLookUp {
  readonly #content: ExchangeRatesContent;
  readonly #from: string;
  readonly #target: string;
  readonly #answers = new Map<string, Known<ExchangeRate>>();

  constructor(content: ExchangeRatesContent, target: string, from: string) {
    this.#content = content;
    this.#target = target;
    this.#from = from;
  }

  rate(currency: string, day: Day): Known<ExchangeRate> {
    if (currency === this.#target) return found({ rate: '1', day }, this.#from);
    const published = this.#publishedOn(day);
    if (published === undefined)
      return unknown(
        this.#content.days.some(({ validTo }) => validTo !== undefined)
          ? `no exchange rates are loaded for ${day}`
          : `no exchange rates are loaded for ${day} or the ${this.#content.maximumAgeDays} days before`,
        this.#from,
      );
    const key = `${currency} ${published.day}`;
    const answer = this.#answers.get(key) ?? this.#cross(currency, published);
    this.#answers.set(key, answer);
    return answer;
  }

  #cross(currency: string, published: RateDay): Known<ExchangeRate> {
    const [of, to] = [this.#perBase(currency, published), this.#perBase(this.#target, published)];
    if (of === undefined || to === undefined)
      return unknown(
        `no exchange rate from ${currency} to ${this.#target} was published on ${published.day}`,
        this.#from,
      );
    return found({ rate: Big(to).div(of).prec(CROSS_RATE_DIGITS).toFixed(), day: published.day }, this.#from);
  }

  #perBase(currency: string, published: RateDay): string | undefined {
    return currency === this.#content.base ? '1' : published.rates[currency];
  }

  #publishedOn(day: Day): RateDay | undefined {
    const days = this.#content.days;
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]!.day <= day) low = middle + 1;
      else high = middle;
    }
    const last = days[low - 1];
    return last !== undefined && holdsOn(last, day, this.#content.maximumAgeDays) ? last : undefined;
  }
}

function holdsOn({ day: published, validTo }: RateDay, day: Day, maximumAgeDays: number): boolean {
  return validTo === undefined ? ageInDays(published, day) <= maximumAgeDays : day <= validTo;
}

function ageInDays(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}
