import type { DeclarationEvent, Instant, TransportEquipment } from '../declaration/declaration-event.ts';
import { directionOf } from '../declaration/direction.ts';
import type { Referral, ReferralContainer, ReferralTransport } from './referral.ts';

/** How the goods travel. */
export function transportOf(event: DeclarationEvent): ReferralTransport {
  const consignment =
    event.goodsShipment?.consignment ?? event.goodsItems.find((item) => item.consignment !== undefined)?.consignment;
  const inland =
    consignment?.departureTransportMeans ??
    consignment?.arrivalTransportMeans ??
    event.consignment?.departureTransportMeans ??
    event.consignment?.arrivalTransportMeans;
  const carrier = event.consignment?.carrier ?? consignment?.carrier;
  const itineraries = event.consignment?.itineraries.length
    ? event.consignment.itineraries
    : (consignment?.itineraries ?? []);
  return {
    ...(event.borderTransportMeans === undefined ? {} : { border: event.borderTransportMeans }),
    ...(inland === undefined ? {} : { inland }),
    ...(carrier?.id ? { carrierId: carrier.id } : {}),
    ...(carrier?.name ? { carrierName: carrier.name } : {}),
    itineraries,
  };
}

/** Containers with their seals and the items that are said to be in them. */
export function containersOf(event: DeclarationEvent): readonly ReferralContainer[] {
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

/** Which office has to act: where the goods are presented or leave, else where the declaration was lodged. */
export function officesOf(
  event: DeclarationEvent,
): Pick<Referral, 'officeId' | 'declarationOfficeId' | 'exitOfficeId'> {
  const exitOfficeId = event.exitOffice?.id;
  const declarationOfficeId = event.declarationOffice?.id;
  const acting =
    event.presentationOffice?.id ??
    (directionOf(event) === 'export' ? exitOfficeId : undefined) ??
    declarationOfficeId ??
    event.supervisingOffice?.id ??
    exitOfficeId;
  return {
    ...(acting === undefined ? {} : { officeId: acting }),
    ...(declarationOfficeId === undefined ? {} : { declarationOfficeId }),
    ...(exitOfficeId === undefined ? {} : { exitOfficeId }),
  };
}

/** When the goods leave or are wanted: the moment of acceptance, from which the customs system may release them. */
export function expectedAt(event: DeclarationEvent): Instant | undefined {
  return event.acceptanceDateTime;
}
