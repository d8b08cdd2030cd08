import Big from 'big.js';
import { commodityCodeOf } from '../../declaration/commodity-code.ts';
import { decimalOf, type DecimalText, millionthsOf } from '../../declaration/decimal-text.ts';
import type { Measure } from '../../declaration/declaration-event.ts';
import type { DeclarationContext } from '../definition/context.ts';
import { declarationFeature, isMissing, type Missing } from '../definition/feature.ts';
import { compareMasses, isKilograms } from '../item/mass.ts';

/** What two roundings of one item can make: a hundredth of the currency. */
const ROUNDING = new Big('0.01');
/** Far above what adding up doubles loses: a difference larger than that share of the total is told without exact decimals. */
const CLEARLY = 1e-9;
const roughly = (values: readonly string[]): number => values.reduce((total, value) => total + Number(value), 0);
const sum = (values: readonly string[]): Big => values.reduce((total, value) => total.plus(value), new Big(0));

/** The declaration's totals against its items. */
export const totalFeatures = [
  declarationFeature('declaration.itemCount', 'double', {
    label: 'number of items',
    doc: 'Goods items that the declaration holds.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => event.goodsItems.length,
  }),
  declarationFeature('declaration.commodityCodes', 'list<string>', {
    label: 'commodity codes of all items',
    doc: 'Declared code of each item that states one, as often as it is stated: `declaration.commodityCodes.filter(code, code.startsWith("93")).size() > 5` says more than five items of chapter 93.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => event.goodsItems.flatMap((item) => commodityCodeOf(item) ?? []),
  }),
  declarationFeature('declaration.statedItemCount', 'double', {
    label: 'stated number of items',
    doc: 'Number of items that the declaration says it holds (D.E. 1/9); as many as it holds where it says nothing.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => Number(event.goodsItemQuantity ?? event.goodsItems.length),
  }),
  declarationFeature('declaration.packagesOfItems', 'double', {
    label: 'packages of all items',
    doc: 'Packages of all items added up.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) =>
      event.goodsItems.reduce(
        (packages, item) => item.packagings.reduce((count, { quantity }) => count + Number(quantity ?? 0), packages),
        0,
      ),
  }),
  declarationFeature('declaration.statedPackages', 'double', {
    label: 'stated number of packages',
    doc: 'Total packages (D.E. 6/18); 0 where none are stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => Number(event.totalPackageQuantity ?? 0),
  }),
  declarationFeature('declaration.grossMassBelowItems', 'bool', {
    label: 'total gross mass against the items',
    doc: 'Whether the total gross mass is below the gross masses of the items added up, exactly.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => {
      const total = event.totalGrossMassMeasure;
      const masses = event.goodsItems.flatMap((item) => item.commodity?.grossMassMeasure ?? []);
      if (total === undefined || masses.some(({ unitCode }) => unitCode !== undefined && unitCode !== 'KGM'))
        return false;
      return isBelow(
        total,
        masses.map(({ value }) => value),
      );
    },
  }),
  declarationFeature('declaration.statedGrossMass', 'double', {
    label: 'total gross mass',
    doc: 'Total gross mass in kilograms; 0 where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => Number(event.totalGrossMassMeasure?.value ?? 0),
  }),
  declarationFeature('declaration.invoiceContradicted', 'bool', {
    label: 'invoice total against the items',
    doc: 'Whether every item states its price in the currency of the invoice, and the prices do not add up to the invoice total within a hundredth an item.',
    tier: 'trader',
    rests: 'whole',
    of: (context) => {
      const prices = pricesOf(context);
      const total = context.event.invoiceAmount;
      if (prices === undefined || total === undefined) return false;
      const allowed = ROUNDING.toNumber() * prices.length;
      const difference = Math.abs(roughly(prices) - Number(total.value));
      if (Math.abs(difference - allowed) > CLEARLY * Math.abs(Number(total.value)) + CLEARLY)
        return difference > allowed;
      return sum(prices).minus(total.value).abs().gt(ROUNDING.times(prices.length));
    },
  }),
  declarationFeature('declaration.invoiceTotal', 'string', {
    label: 'invoice total',
    doc: 'Total amount invoiced with its currency; "none" where it is not stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) =>
      event.invoiceAmount === undefined
        ? 'none'
        : `${event.invoiceAmount.value} ${event.invoiceAmount.currencyId ?? ''}`.trim(),
  }),
  declarationFeature('declaration.itemTotal', 'string', {
    label: 'prices of all items',
    doc: 'Prices of all items added up, with their currency, where all are stated in the currency of the invoice; else "none".',
    tier: 'trader',
    rests: 'whole',
    of: (context) => {
      const prices = pricesOf(context);
      return prices === undefined
        ? 'none'
        : `${sum(prices).toFixed()} ${context.event.invoiceAmount?.currencyId ?? ''}`.trim();
    },
  }),
];

/** Whether a mass is below others, in kilograms, added up. */
function isBelow(total: Measure, kilograms: readonly DecimalText[]): boolean | Missing {
  const [stated, added] = [millionthsOf([total.value]), millionthsOf(kilograms)];
  if (isKilograms(total) && stated !== undefined && added !== undefined) return added > stated;
  const sign = compareMasses({ value: decimalOf(sum(kilograms)) }, total);
  return isMissing(sign) ? sign : sign > 0;
}

/** Prices of all items where each states one in the currency of the invoice. */
function pricesOf({ event }: DeclarationContext): readonly string[] | undefined {
  const currency = event.invoiceAmount?.currencyId;
  const prices = event.goodsItems.flatMap(({ commodity }) => {
    const price = commodity?.itemChargeAmount;
    return price !== undefined && (price.currencyId ?? currency) === currency ? [price.value] : [];
  });
  return prices.length === 0 || prices.length < event.goodsItems.length ? undefined : prices;
}
