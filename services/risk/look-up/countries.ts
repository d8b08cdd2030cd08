import type { CountryCode } from '../declaration/country-code.ts';
import type { Consignment, DeclarationEvent, Party, ShipmentParts } from '../declaration/declaration-event.ts';
import type { Country } from '../facts/facts.ts';
import type { Known } from '../facts/known.ts';
import type { ReferenceData } from './reference-data.ts';

/** What is known of every country that the declaration names, by code as declared. */
export function countriesOf(
  event: DeclarationEvent,
  reference: ReferenceData,
): Readonly<Record<string, Known<Country>>> {
  const codes = new Set<CountryCode>();
  for (const party of [event.declarant, event.agent, event.exporter]) addParty(codes, party);
  addConsignment(codes, event.consignment);
  addConsignment(codes, event.goodsShipment?.consignment);
  if (event.goodsShipment) addParts(codes, event.goodsShipment);
  for (const item of event.goodsItems) {
    addParts(codes, item);
    addConsignment(codes, item.consignment);
    for (const origin of item.origins) add(codes, origin.countryCode);
  }
  return Object.fromEntries([...codes].sort().map((code) => [code, reference.country(code)]));
}

function addParts(codes: Set<CountryCode>, parts: ShipmentParts): void {
  add(codes, parts.destinationCountryCode);
  add(codes, parts.exportCountryId);
  addParty(codes, parts.consignor);
  addParty(codes, parts.consignee);
  addParty(codes, parts.importer);
  addParty(codes, parts.exporter);
  addParty(codes, parts.buyer);
  addParty(codes, parts.seller);
  addParty(codes, parts.endUser);
}

function addConsignment(codes: Set<CountryCode>, consignment: Consignment | undefined): void {
  for (const stop of consignment?.itineraries ?? []) add(codes, stop.routingCountryCode);
  addParty(codes, consignment?.carrier);
}

const addParty = (codes: Set<CountryCode>, party: Party | undefined): void => add(codes, party?.address?.countryCode);

function add(codes: Set<CountryCode>, code: CountryCode | undefined): void {
  if (code !== undefined) codes.add(code);
}
