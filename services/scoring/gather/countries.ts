import type { Consignment, DeclarationEvent, Party, ShipmentParts } from '../../risk/declaration/declaration-event.ts';
import type { Country } from '../../risk/facts/facts.ts';
import type { Known } from '../../risk/facts/known.ts';
import type { ReferenceData } from '../ports/reference-data.ts';

/** What is known of every country that the declaration names, by code as declared. */
export function countriesOf(event: DeclarationEvent, reference: ReferenceData): Readonly<Record<string, Known<Country>>> {
  const codes = new Set<string>();
  for (const code of named(event)) if (code !== undefined) codes.add(code);
  return Object.fromEntries([...codes].sort().map((code) => [code, reference.country(code)]));
}

function* named(event: DeclarationEvent): Generator<string | undefined> {
  for (const party of [event.declarant, event.agent, event.exporter]) yield* ofParty(party);
  yield* ofConsignment(event.consignment);
  yield* ofConsignment(event.goodsShipment?.consignment);
  if (event.goodsShipment) yield* ofParts(event.goodsShipment);
  for (const item of event.goodsItems) {
    yield* ofParts(item);
    for (const origin of item.origins) yield origin.countryCode;
  }
}

function* ofParts(parts: ShipmentParts): Generator<string | undefined> {
  yield parts.destinationCountryCode;
  yield parts.exportCountryId;
  for (const party of [parts.consignor, parts.consignee, parts.importer, parts.exporter, parts.buyer, parts.seller, parts.endUser]) yield* ofParty(party);
}

function* ofConsignment(consignment: Consignment | undefined): Generator<string | undefined> {
  for (const stop of consignment?.itineraries ?? []) yield stop.routingCountryCode;
  yield* ofParty(consignment?.carrier);
}

function* ofParty(party: Party | undefined): Generator<string | undefined> {
  yield party?.address?.countryCode;
}
