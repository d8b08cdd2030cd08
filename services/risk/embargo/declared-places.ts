import { asCountryCode, type CountryCode } from '../declaration/country-code.ts';
import type {
  Consignment,
  DeclarationEvent,
  GoodsItem,
  GoodsLocation,
  Party,
  ShipmentParts,
} from '../declaration/declaration-event.ts';
import { normalisedText } from '../declaration/normalised-text.ts';
import type { DeclaredPlace, PlaceRole } from './embargo.ts';

/** Parties by the place they stand for; those of the authority's own side are among them, where an embargo names a place within a country. */
const PARTIES = [
  ['consignee', 'consignee'],
  ['endUser', 'end user'],
  ['importer', 'importer'],
  ['buyer', 'buyer'],
  ['seller', 'seller'],
  ['consignor', 'consignor'],
  ['exporter', 'exporter'],
] as const satisfies readonly (readonly [keyof ShipmentParts, PlaceRole])[];

/** Places that hold for every item of the declaration. */
export function placesOfDeclaration(event: DeclarationEvent): readonly DeclaredPlace[] {
  const { goodsShipment, consignment, exporter, borderTransportMeans } = event;
  return [
    ...partyPlace('exporter', exporter),
    ...(goodsShipment ? placesOfParts(goodsShipment) : []),
    ...placesOfConsignment(consignment),
    ...placesOfConsignment(goodsShipment?.consignment),
    ...countryPlace('means of transport', borderTransportMeans?.registrationNationalityCode),
  ];
}

/** Places that an item states itself; where it does, they stand before those of the shipment in the same role. */
export function placesOfItem(item: GoodsItem, ofDeclaration: readonly DeclaredPlace[]): readonly DeclaredPlace[] {
  const own = [
    ...placesOfParts(item),
    ...placesOfConsignment(item.consignment),
    ...item.origins.flatMap(({ countryCode }) => countryPlace('origin', countryCode)),
    ...item.manufacturers.flatMap((maker) => partyPlace('manufacturer', maker)),
  ];
  if (own.length === 0) return ofDeclaration;
  const stated = new Set(own.map(({ role }) => role));
  return [...own, ...ofDeclaration.filter(({ role }) => !stated.has(role))];
}

function placesOfParts(parts: ShipmentParts): readonly DeclaredPlace[] {
  return [
    ...countryPlace('destination', parts.destinationCountryCode),
    ...countryPlace('country of dispatch', parts.exportCountryId),
    ...PARTIES.flatMap(([field, role]) => partyPlace(role, parts[field])),
  ];
}

function placesOfConsignment(consignment: Consignment | undefined): readonly DeclaredPlace[] {
  if (consignment === undefined) return [];
  const { itineraries, carrier, loadingLocation, unloadingLocation } = consignment;
  const means = [consignment.arrivalTransportMeans, consignment.departureTransportMeans];
  return [
    ...itineraries.flatMap(({ routingCountryCode, id }) => countryPlace('itinerary', routingCountryCode, id)),
    ...partyPlace('carrier', carrier),
    ...locationPlace('place of loading', loadingLocation),
    ...locationPlace('place of unloading', unloadingLocation),
    ...means.flatMap((transport) => countryPlace('means of transport', transport?.registrationNationalityCode)),
  ];
}

function partyPlace(role: PlaceRole, party: Party | undefined): readonly DeclaredPlace[] {
  const address = party?.address;
  if (address?.countryCode === undefined) return [];
  const { countryCode, cityName, countrySubDivisionName, countrySubDivisionCode, line, postcodeId } = address;
  return [
    {
      role,
      country: countryCode,
      // Hardly any place is asked for its words: only those where an embargo holds for a part of the country.
      get words() {
        return evened([cityName, countrySubDivisionName, countrySubDivisionCode, line]);
      },
      ...(postcodeId !== undefined && { postcode: postcodeId.replace(/\s/g, '').toUpperCase() }),
    },
  ];
}

/** Of a location that is a UN/LOCODE, or states its address. */
function locationPlace(role: PlaceRole, location: GoodsLocation | undefined): readonly DeclaredPlace[] {
  if (location === undefined) return [];
  const id = location.id?.toUpperCase();
  const country = id !== undefined && /^[A-Z]{2}[A-Z2-9]{3}$/.test(id) ? asCountryCode(id.slice(0, 2)) : undefined;
  if (country !== undefined) return [{ role, country, words: evened([location.name]), location: id! }];
  return location.address === undefined ? [] : partyPlace(role, { address: location.address, communications: [] });
}

function countryPlace(role: PlaceRole, country: CountryCode | undefined, location?: string): readonly DeclaredPlace[] {
  if (country === undefined) return [];
  return [{ role, country, words: '', ...(location !== undefined && { location: location.toUpperCase() }) }];
}

const evened = (texts: readonly (string | undefined)[]): string => {
  const words = normalisedText(texts.filter((text) => text !== undefined).join(' '));
  return words === '' ? '' : ` ${words} `;
};
