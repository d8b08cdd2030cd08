import type { Day, DeclarationEvent, GoodsItem } from '../../risk/declaration/declaration-event.ts';
import type { Observation } from './observation.ts';

const CODE_TYPE = 'TSP';

/**
 * Goods items of a past declaration as observations: the tariff code, net mass, value (statistical, else customs value, else
 * item price) and supplementary quantity. Items without code or net mass, and change sets, teach nothing.
 */
export function* observeDeclaration(event: DeclarationEvent, day: Day): Generator<Observation> {
  if (event.completeness !== 'whole' || (event.eventType !== 'lodged' && event.eventType !== 'amended')) return;
  for (const item of event.goodsItems) {
    const observation = observeItem(item, day);
    if (observation !== undefined) yield observation;
  }
}

function observeItem(item: GoodsItem, day: Day): Observation | undefined {
  const { classifications = [], netNetWeightMeasure, tariffQuantity, itemChargeAmount } = item.commodity ?? {};
  const code = classifications.find(({ identificationTypeCode }) => identificationTypeCode === CODE_TYPE)?.id ?? classifications[0]?.id;
  if (code === undefined || !/^\d{6,10}$/.test(code) || netNetWeightMeasure === undefined) return undefined;
  const value = item.statisticalValueAmount ?? item.customsValueAmount ?? itemChargeAmount;
  return {
    code: code.slice(0, 8),
    day,
    netMass: Number(netNetWeightMeasure.value),
    ...(value?.currencyId === undefined ? {} : { value: { amount: Number(value.value), currency: value.currencyId } }),
    ...(tariffQuantity?.unitCode === undefined ? {} : { quantity: { amount: Number(tariffQuantity.value), unit: tariffQuantity.unitCode } }),
  };
}
