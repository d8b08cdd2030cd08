import Big from 'big.js';
import type { Amount, DecimalText } from '../declaration/declaration-event.ts';
import type { ItemContext } from './context.ts';
import { type Missing, missing } from './feature.ts';

/**
 * The amount that says what an item is worth: customs value, else statistical value, else its price on the invoice, which is in the invoice's currency where
 * it states none. One without any currency only where there is no other.
 */
export function statedValue({ goods, event }: Pick<ItemContext, 'goods' | 'event'>): Amount | undefined {
  const { customsValueAmount, statisticalValueAmount } = goods;
  const price = priceOf(goods, event);
  return (
    [customsValueAmount, statisticalValueAmount, price].find((amount) => amount?.currencyId !== undefined) ??
    customsValueAmount ??
    statisticalValueAmount ??
    price
  );
}

function priceOf({ commodity }: ItemContext['goods'], { invoiceAmount }: ItemContext['event']): Amount | undefined {
  const price = commodity?.itemChargeAmount;
  if (price === undefined || price.currencyId !== undefined || invoiceAmount?.currencyId === undefined) return price;
  return { value: price.value, currencyId: invoiceAmount.currencyId };
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
  if (value.currencyId === currency) return { amount: value.value, rate: '1' };
  if (value.currencyId === undefined) return missing('the value is stated without a currency');
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
