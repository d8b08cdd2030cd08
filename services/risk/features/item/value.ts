import Big from 'big.js';
import type { DecimalText, ExactDecimal } from '../../declaration/decimal-text.ts';
import { statedValue } from '../../declaration/stated-value.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature, type Missing, missing } from '../definition/feature.ts';
import { kilograms } from './mass.ts';
import { deviation, usualMiddle, usualRange, usualUnitValue } from './usual.ts';
const usualSource = (context: ItemContext): readonly string[] => [context.item.usual.from, ...rateSource(context)];

/** What the item is worth, per kilogram and against what is usual. */
export const valueFeatures = [
  itemFeature('item.value', 'double', {
    label: 'value',
    doc: "Customs value, else statistical value, else invoice price, in the authority's currency at the day's rate.",
    tier: 'trader',
    rests: 'stated',
    of: itemValue,
    from: rateSource,
  }),
  itemFeature('item.valueOrZero', 'double', {
    label: 'value, or none',
    doc: 'item.value, and 0 where it is not known: for a rule that only adds points by it.',
    tier: 'trader',
    rests: 'whole',
    of: (context) => orZero(itemValue(context)),
    from: rateSource,
  }),
  itemFeature('item.unitValueOrZero', 'double', {
    label: 'value per kilogram, or none',
    doc: 'item.unitValue, and 0 where it is not known: for a rule that only adds points by it.',
    tier: 'trader',
    rests: 'whole',
    of: (context) => orZero(unitValue(context)),
    from: rateSource,
  }),
  itemFeature('item.valueStated', 'bool', {
    label: 'whether a value is stated',
    doc: 'Whether the item states a value above zero.',
    tier: 'trader',
    rests: 'whole',
    of: (context) => Number(statedValue(context)?.value ?? 0) > 0,
  }),
  itemFeature('item.transactionNature', 'string', {
    label: 'nature of transaction',
    doc: 'Nature of transaction (D.E. 8/5) of the item, else of the shipment; "" where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods, event }) => goods.transactionNatureCode ?? event.goodsShipment?.transactionNatureCode ?? '',
  }),
  itemFeature('item.unitValue', 'double', {
    label: 'value per kilogram',
    doc: "Value in the authority's currency per kilogram of net mass, to six digits.",
    tier: 'trader',
    rests: 'stated',
    of: unitValue,
    from: rateSource,
  }),
  itemFeature('item.unitValueDeviation', 'double', {
    label: 'deviation of the unit value',
    doc: 'Robust z-score of the logarithm of the unit value against goods of the same code; minus is cheap.',
    tier: 'analyst',
    rests: 'stated',
    of: (context) => {
      const value = unitValue(context);
      const usual = usualUnitValue(context);
      if (typeof value !== 'number') return value;
      if ('missing' in usual) return usual;
      return value > 0 ? deviation(value, usual, context.direction) : missing('the value is not above zero');
    },
    from: usualSource,
  }),
  itemFeature('item.usualUnitValue', 'double', {
    label: 'usual value per kilogram',
    doc: "Median value per kilogram of goods of the same code, in the authority's currency.",
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const usual = usualUnitValue(context);
      return 'missing' in usual ? usual : usualMiddle(usual);
    },
    from: usualSource,
  }),
  itemFeature('item.usualUnitValueRange', 'string', {
    label: 'usual range of the unit value',
    doc: 'Range in which two thirds of goods of the same code lie, and where in the nomenclature they were found.',
    tier: 'analyst',
    rests: 'stated',
    of: (context) => {
      const usual = usualUnitValue(context);
      return 'missing' in usual ? usual : `${usualRange(usual)} (${usual.count} goods of ${usual.level} ${usual.code})`;
    },
    from: usualSource,
  }),
  itemFeature('item.currency', 'string', {
    label: 'currency',
    doc: 'Currency of the price on the invoice, "" where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods, event }) => goods.commodity?.itemChargeAmount?.currencyId ?? event.invoiceAmount?.currencyId ?? '',
  }),
  itemFeature('item.currencyForeignToAll', 'bool', {
    label: 'currency against the countries named',
    doc: 'Whether the invoice currency belongs to no country that the declaration names: the first two letters of a currency are its country (ISO 4217).',
    tier: 'inspector',
    rests: 'whole',
    of: ({ goods, event, facts }) => {
      const currency = goods.commodity?.itemChargeAmount?.currencyId ?? event.invoiceAmount?.currencyId;
      if (currency === undefined || currency === facts.authority.currency) return false;
      return !Object.keys(facts.countries).includes(currency.slice(0, 2));
    },
  }),
];

const orZero = (value: number | Missing): number => (typeof value === 'number' ? value : 0);

/** Value per kilogram of net mass in the authority's currency, to six digits. */
export function unitValue(context: ItemContext): number | Missing {
  const value = itemValue(context);
  if (typeof value !== 'number') return value;
  const mass = kilograms(context.goods.commodity?.netNetWeightMeasure, 'net mass');
  if (typeof mass !== 'number') return mass;
  return mass > 0 ? Number((value / mass).toPrecision(6)) : missing('the net mass is not above zero');
}

/** What the item is worth in the authority's currency, by the rate of the day. */
export function itemValue(context: ItemContext): number | Missing {
  const rated = ratedValue(context);
  return 'missing' in rated ? rated : Number(rated.amount) * Number(rated.rate);
}

/** The same, exact. */
export function exactItemValue(context: ItemContext): ExactDecimal | undefined {
  const rated = ratedValue(context);
  return 'missing' in rated ? undefined : new Big(rated.amount).times(rated.rate).toFixed();
}

function ratedValue(context: ItemContext): { readonly amount: DecimalText; readonly rate: ExactDecimal } | Missing {
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
