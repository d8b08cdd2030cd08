import { commodityCodeOf } from '../../risk/declaration/commodity-code.ts';
import type { Day } from '../../risk/declaration/day.ts';
import type { DeclarationEvent, GoodsItem } from '../../risk/declaration/declaration-event.ts';
import { statedValue } from '../../risk/declaration/stated-value.ts';
import { kilograms } from '../../risk/features/item/mass.ts';
import type { Observation } from './observation.ts';

/**
 * Goods items of a past declaration as observations: code, net mass, value and supplementary quantity, read as the judgement reads
 * them, so that what is learned is what is compared. Items without code or net mass, and change sets, teach nothing.
 */
export function* observeDeclaration(event: DeclarationEvent, day: Day): Generator<Observation> {
  if (event.completeness !== 'whole' || (event.eventType !== 'lodged' && event.eventType !== 'amended')) return;
  for (const item of event.goodsItems) {
    const observation = observeItem(event, item, day);
    if (observation !== undefined) yield observation;
  }
}

function observeItem(event: DeclarationEvent, item: GoodsItem, day: Day): Observation | undefined {
  const code = commodityCodeOf(item);
  const netMass = kilograms(item.commodity?.netNetWeightMeasure, 'net mass');
  if (code === undefined || !/^\d{6,14}$/.test(code) || typeof netMass !== 'number') return undefined;
  const value = statedValue({ goods: item, event });
  const quantity = item.commodity?.tariffQuantity;
  return {
    code: code.slice(0, 8),
    day,
    netMass,
    ...(value?.currencyId === undefined ? {} : { value: { amount: Number(value.value), currency: value.currencyId } }),
    ...(quantity?.unitCode === undefined
      ? {}
      : { quantity: { amount: Number(quantity.value), unit: quantity.unitCode } }),
  };
}
