import { containersOf } from '../declaration/containers.ts';
import type { DeclarationEvent, GoodsLocation, Party, UncheckedEvent } from '../declaration/declaration-event.ts';
import { directionOf } from '../declaration/direction.ts';
import type { Instant } from '../declaration/instant.ts';
import { stated } from '../declaration/stated.ts';
import type { CaseLogistics, Referral, ReferralParty, ReferralTransport } from '../messages/referral.ts';

/** Which office has to act, where the goods are and how they travel: as far as the event says. */
export function logisticsOf(event: DeclarationEvent): CaseLogistics {
  const [location, expected] = [goodsLocationOf(event), expectedAt(event)];
  return {
    ...officesOf(event),
    ...stated({ goodsLocation: location }),
    transport: transportOf(event),
    containers: containersOf(event),
    ...stated({ expectedExitOrReleaseAt: expected }),
  };
}

function goodsLocationOf({ goodsShipment, consignment, goodsItems }: DeclarationEvent): GoodsLocation | undefined {
  const ofItem = goodsItems.find((item) => item.consignment?.goodsLocation !== undefined);
  return goodsShipment?.consignment?.goodsLocation ?? consignment?.goodsLocation ?? ofItem?.consignment?.goodsLocation;
}

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
    ...stated({ border: event.borderTransportMeans, inland }),
    ...(carrier?.id ? { carrierId: carrier.id } : {}),
    ...(carrier?.name ? { carrierName: carrier.name } : {}),
    itineraries,
  };
}

/** Which office has to act: where the goods are presented or leave, else where the declaration was lodged. */
export function officesOf(event: UncheckedEvent): Pick<Referral, 'officeId' | 'declarationOfficeId' | 'exitOfficeId'> {
  const exitOfficeId = event.exitOffice?.id;
  const declarationOfficeId = event.declarationOffice?.id;
  const acting =
    event.presentationOffice?.id ??
    (directionOf(event) === 'export' ? exitOfficeId : undefined) ??
    declarationOfficeId ??
    event.supervisingOffice?.id ??
    exitOfficeId;
  return {
    ...stated({ officeId: acting, declarationOfficeId, exitOfficeId }),
  };
}

/** When the goods leave or are wanted: the moment of acceptance, from which the customs system may release them. */
export function expectedAt(event: DeclarationEvent): Instant | undefined {
  return event.acceptanceDateTime;
}

/** Who an inspector may have to speak to: the declaration's parties, then those that an item names of its own. */
export function partiesOf(event: DeclarationEvent): readonly ReferralParty[] {
  const shipment = event.goodsShipment;
  const named: readonly (readonly [string, Party | undefined])[] = [
    ['declarant', event.declarant],
    ['agent', event.agent],
    ['exporter', event.exporter ?? shipment?.exporter],
    ['importer', shipment?.importer],
    ['consignor', shipment?.consignor],
    ['consignee', shipment?.consignee],
    ['buyer', shipment?.buyer],
    ['seller', shipment?.seller],
    ['endUser', shipment?.endUser],
    ...event.goodsItems.flatMap(
      (item) =>
        [
          ['exporter', item.exporter],
          ['consignee', item.consignee],
          ['endUser', item.endUser],
        ] as const,
    ),
  ];
  const parties = named.flatMap(([role, party]) => (party === undefined ? [] : [referralParty(role, party)]));
  return parties.filter((party, index) => parties.findIndex((other) => sameParty(party, other)) === index);
}

function referralParty(role: string, { id, name, address }: Party): ReferralParty {
  return {
    role,
    ...(id ? { id } : {}),
    ...(name ? { name } : {}),
    ...(address?.countryCode ? { countryCode: address.countryCode } : {}),
  };
}

const sameParty = (a: ReferralParty, b: ReferralParty): boolean =>
  a.role === b.role && a.id === b.id && a.name === b.name && a.countryCode === b.countryCode;
