import type { DeclarationEvent, TransportEquipment } from './declaration-event.ts';

export interface Container {
  readonly id: string;
  readonly seals: readonly string[];
  /** Sequence numbers of the items that it is said to hold; empty where the declaration does not say. */
  readonly sequenceNumbers: readonly number[];
}

/** Containers with their seals and the items that are said to be in them. */
export function containersOf(event: DeclarationEvent): readonly Container[] {
  const equipments = [
    ...(event.consignment?.transportEquipments ?? []),
    ...(event.goodsShipment?.consignment?.transportEquipments ?? []),
    ...event.goodsItems.flatMap((item) => [
      ...(item.commodity?.transportEquipments ?? []),
      ...(item.consignment?.transportEquipments ?? []),
    ]),
  ];
  const ids = [...new Set(equipments.flatMap(({ id }) => (id === undefined ? [] : [id])))];
  return ids.map((id) => ({
    id,
    seals: sealsOf(equipments.filter((equipment) => equipment.id === id)),
    sequenceNumbers: event.goodsItems.flatMap((item) =>
      [item.commodity, item.consignment].some((holder) =>
        holder?.transportEquipments.some((equipment) => equipment.id === id),
      )
        ? [item.sequenceNumber]
        : [],
    ),
  }));
}

function sealsOf(equipments: readonly TransportEquipment[]): string[] {
  return [...new Set(equipments.flatMap(({ seals }) => seals.flatMap(({ id }) => (id === undefined ? [] : [id]))))];
}
