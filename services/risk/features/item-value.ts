import Big from 'big.js';
import type { Amount, DecimalText } from '../declaration/declaration-event.ts';
import type { ItemContext } from './context.ts';
import { missing, type Missing } from './feature.ts';

/** The amount that says what an item is worth: customs value, else statistical value, else its price on the invoice. */
export function statedValue({ goods }: Pick<ItemContext, 'goods'>): Amount | undefined {
  return goods.customsValueAmount ?? goods.statisticalValueAmount ?? goods.commodity?.itemChargeAmount;
}

/** What the item is worth in the authority's currency, by the rate of the day. */
export function itemValue(context: ItemContext): number | Missing {
  const rated = ratedValue(context);
  return 'missing' in rated ? rated : Number(rated.amount) * Number(rated.rate);
}

/** The same, exact. */
export function exactItemValue(context: ItemContext): DecimalText | undefined {
  const rated = ratedValue(context);
  return 'missing' in rated ? undefined : new Big(rated.amount).times(rated.rate).toFixed();
}

function ratedValue(context: ItemContext): { readonly amount: DecimalText; readonly rate: DecimalText } | Missing {
  const value = statedValue(context);
  if (value === undefined) return missing('no value is declared for the item');
  const { currency } = context.facts.authority;
  if (value.currencyId === undefined || value.currencyId === currency) return { amount: value.value, rate: '1' };
  const rate = context.item.exchangeRates[value.currencyId];
  switch (rate?.state) {
    case 'found':
      return { amount: value.value, rate: rate.value.rate };
    case 'unknown':
      return missing(rate.why);
    case 'absent':
    case undefined:
      return missing(`there is no rate from ${value.currencyId} to ${currency}`);
  }
}

/** Source of the exchange rate, where one was needed. */
export function rateSource(context: ItemContext): readonly string[] {
  const currency = statedValue(context)?.currencyId;
  const rate = currency === undefined ? undefined : context.item.exchangeRates[currency];
  return rate === undefined ? [] : [rate.from];
}
