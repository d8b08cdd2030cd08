import Big from 'big.js';
import type { CountryCode } from '../declaration/country-code.ts';
import { decimalOf, type DecimalText, type ExactDecimal } from '../declaration/decimal-text.ts';
import type { Measure } from '../declaration/declaration-event.ts';
import type { DutyRate, RateAmount, TariffLine } from '../facts/facts.ts';
import { convertQuantity } from './unit-of-measure.ts';

/** What duty is worked out from. */
export interface DutyBase {
  /** Customs value in the currency the duty is asked in. */
  readonly value?: ExactDecimal;
  /** Net mass in kilograms. */
  readonly netMass?: ExactDecimal;
  /** Supplementary quantity. */
  readonly quantity?: Measure;
  /** Units of the value's currency for one unit of the rate's currency, by ISO 4217; the value's own currency is 1. */
  readonly exchange: Readonly<Record<string, ExactDecimal>>;
}

export type Duty =
  | {
      readonly state: 'known';
      /** In the value's currency, rounded half up to two decimals. */ readonly value: DecimalText;
    }
  | { readonly state: 'unknown'; readonly why: string };

const known = (amount: Big): Duty => ({ state: 'known', value: decimalOf(amount.round(2, Big.roundHalfUp)) });
const unknown = (why: string): Duty => ({ state: 'unknown', why });

/** The line's rate, and what comes on top of it for goods of an origin. */
export function ratesFor(
  { duty: rate, additionalDuties = [] }: Pick<TariffLine, 'duty' | 'additionalDuties'>,
  origin: CountryCode | undefined,
): readonly DutyRate[] {
  return [
    rate,
    ...additionalDuties.flatMap(({ origins, duty: onTop }) =>
      origin !== undefined && origins.includes(origin) ? [onTop] : [],
    ),
  ];
}

/**
 * Duty on one goods item in exact decimals, before preferences, reliefs and quotas. A rate whose quantity, value or exchange
 * rate is not there gives `unknown` with the reason: never a part of the duty, never zero.
 */
export function duty(rate: DutyRate, base: DutyBase): Duty {
  switch (rate.kind) {
    case 'free':
      return known(Big(0));
    case 'adValorem':
      return sum([adValorem(rate.percent, base)]);
    case 'specific':
      return sum([specific(rate.amount, rate.per, base)]);
    case 'compound':
      return sum([adValorem(rate.percent, base), specific(rate.amount, rate.per, base)]);
    case 'other':
      return unknown(`the rate "${rate.text}" cannot be worked out from value and quantity alone`);
  }
}

type Part = Big | string;

function adValorem(percent: ExactDecimal, base: DutyBase): Part {
  return base.value === undefined ? 'no value is declared' : Big(base.value).times(percent).div(100);
}

function specific(amount: RateAmount, per: string, base: DutyBase): Part {
  const quantity = quantityIn(per, base);
  if (quantity === undefined) return `no quantity in ${per} is declared`;
  const exchange = amount.currencyId === undefined ? undefined : base.exchange[amount.currencyId];
  return exchange === undefined
    ? `no exchange rate for ${amount.currencyId ?? 'an unnamed currency'}`
    : quantity.times(amount.value).times(exchange);
}

/** Mass is the declared net mass; a supplementary quantity in a unit of mass may be of a content, or gross ("KGM#G"). */
function quantityIn(per: string, base: DutyBase): Big | undefined {
  const fromMass = base.netMass === undefined ? undefined : convertQuantity(Big(base.netMass), 'KGM', per);
  if (fromMass !== undefined) return fromMass;
  return base.quantity?.unitCode === undefined
    ? undefined
    : convertQuantity(Big(base.quantity.value), base.quantity.unitCode, per);
}

function sum(parts: readonly Part[]): Duty {
  let total = Big(0);
  for (const part of parts) {
    if (typeof part === 'string') return unknown(part);
    total = total.plus(part);
  }
  return known(total);
}
