import type { OtherElement } from '../../../risk/declaration/declaration-event.ts';
import { GOODS_ITEM } from '../../../risk/declaration/event-fields.ts';
import { inOrder, type Slots } from './slots.ts';

interface WithItems {
  readonly items: readonly Slots[];
}

/**
 * Items that each of several shipments counts from one, counted through: the event has one list of them. The number that an
 * item had is kept among the other elements. Numbers that stand twice in one shipment stay as they are, and are refused later.
 * @param others takes the numbers as they were stated
 */
export function numberedThrough<T extends WithItems>(shipments: readonly T[], others: OtherElement[]): readonly T[] {
  const numbers = shipments.map(({ items }) => items.flatMap((item) => item['sequenceNumber'] ?? []));
  const all = numbers.flat();
  const isClear = numbers.every((own) => new Set(own).size === own.length);
  if (!isClear || new Set(all).size === all.length) return shipments;
  let count = 0;
  return shipments.map((shipment, index) => {
    for (const other of statedNumbers(shipment.items, `GoodsShipment[${String(index + 1)}]`)) others.push(other);
    return {
      ...shipment,
      items: shipment.items.map((item) => inOrder({ ...item, sequenceNumber: ++count }, GOODS_ITEM)),
    };
  });
}

function statedNumbers(items: readonly Slots[], path: string): readonly OtherElement[] {
  return items.flatMap(({ sequenceNumber }, index) => {
    const nth = items.length === 1 ? '' : `[${String(index + 1)}]`;
    return typeof sequenceNumber === 'number'
      ? [{ path: `${path}/GovernmentAgencyGoodsItem${nth}/SequenceNumeric`, value: String(sequenceNumber) }]
      : [];
  });
}
