import { commodityCodeOf } from '../../../../services/risk/declaration/commodity-code.ts';
import type { GoodsItem } from '../../../../services/risk/declaration/declaration-event.ts';
import type { Facts, ItemFacts } from '../../../../services/risk/facts/facts.ts';
import type { FeatureSettings } from '../../../../services/risk/features/definition/context.ts';
import type { ItemContext } from '../../../../services/risk/features/definition/context.ts';
import { declarationContext } from '../../../../services/risk/features/definition/context.ts';
import { itemContext } from '../../../../services/risk/features/definition/context.ts';
import { kilograms } from '../../../../services/risk/features/item/mass.ts';
import { itemValue } from '../../../../services/risk/features/item/value.ts';
import { type CategoryName, type GoodsRow, logOf, logRatio, type NumberName, traderSizeOf } from './goods-row.ts';

/** Fewer goods say too little of their spread; a history of any length tells how large a trader is. */
const FEATURE_SETTINGS: FeatureSettings = { historyMinimumDays: 0, usualMinimumCount: 20 };

/** Where an item stands among the facts, as features read it. */
export function contextOf(facts: Facts, goodsItem: GoodsItem): ItemContext {
  return itemContext(declarationContext(facts, FEATURE_SETTINGS), facts.event.goodsItems.indexOf(goodsItem));
}

/** A goods item of the stream as the model reads it. What is not stated, or stated in a unit that cannot be converted, is not known. */
export function rowFromFacts(context: ItemContext): GoodsRow {
  const code = commodityCodeOf(context.goods);
  return {
    scope: `${context.facts.authority.country} ${context.direction ?? 'neither import nor export'}`,
    hs6: code !== undefined && /^\d{6}/.test(code) ? code.slice(0, 6) : undefined,
    numbers: numbersOf(context),
    categories: categoriesOf(context),
  };
}

function numbersOf(context: ItemContext): Record<NumberName, number> {
  const { commodity, packagings } = context.goods;
  const value = numberOr(itemValue(context));
  const mass = numberOr(kilograms(commodity?.netNetWeightMeasure, 'net mass'));
  const units = commodity?.tariffQuantity === undefined ? undefined : Number(commodity.tariffQuantity.value);
  const packages = packagings.reduce((sum, { quantity }) => sum + Number(quantity ?? 0), 0);
  const rate = percentOf(context);
  return {
    unitValue: logRatio(value, mass),
    netMass: logOf(mass),
    dutyRate: rate === undefined ? NaN : Math.log1p(rate),
    massPerUnit: logRatio(mass, units),
    valuePerUnit: logRatio(value, units),
    massPerPackage: logRatio(mass, packages),
  };
}

const numberOr = (value: number | object): number | undefined => (typeof value === 'number' ? value : undefined);

/** The rate that is declared, else the tariff's where it is one of value. */
function percentOf({ goods, item }: ItemContext): number | undefined {
  const declared = goods.commodity?.dutyTaxFees.find(
    ({ taxRateNumeric }) => taxRateNumeric !== undefined,
  )?.taxRateNumeric;
  if (declared !== undefined) return Number(declared);
  return item.tariffLine.state === 'found' ? ratePercent(item.tariffLine.value.duty) : undefined;
}

function ratePercent(
  duty: Extract<ItemFacts['tariffLine'], { readonly state: 'found' }>['value']['duty'],
): number | undefined {
  switch (duty.kind) {
    case 'free':
      return 0;
    case 'adValorem':
      return Number(duty.percent);
    case 'specific':
    case 'compound':
    case 'other':
      return undefined;
  }
}

function categoriesOf({ goods, event, facts }: ItemContext): Record<CategoryName, string | undefined> {
  const shipment = event.goodsShipment;
  return {
    origin: (goods.origins.find(({ typeCode }) => typeCode !== '2') ?? goods.origins[0])?.countryCode,
    dispatch: goods.exportCountryId ?? shipment?.exportCountryId,
    destination: goods.destinationCountryCode ?? shipment?.destinationCountryCode,
    procedure: goods.governmentProcedures[0]?.currentCode,
    regime: goods.commodity?.dutyTaxFees[0]?.dutyRegimeCode,
    mode: event.borderTransportMeans?.modeCode,
    traderSize: facts.trader.state === 'found' ? traderSizeOf(facts.trader.value.total.declarations) : undefined,
  };
}
