import { group, type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';
import { ORDER } from './document-rows.ts';
import { ADDRESS_ROWS, party } from './party-rows.ts';
import { AFTER_A_COMMA, countOf } from './readings.ts';

const MEANS: readonly TranspositionRow[] = [
  unneeded('sequenceNumber', ORDER),
  value('typeOfIdentification', 'IdentificationTypeCode'),
  value('identificationNumber', 'ID'),
  value('nationality', 'RegistrationNationalityCode'),
];

/** @param to "GoodsShipment/Consignment/DepartureTransportMeans" */
export function transportMeans(from: string, to: string): readonly TranspositionRow[] {
  return [group(from, `${to}+`), ...within(from, to, MEANS)];
}

/** Where the items in a container stand until it stands at them: see `putContainersAtTheirItems`. */
export const ITEM_IN_CONTAINER = 'ItemInContainer';

/** Containers and other equipment, with seals and the items in them. */
export const EQUIPMENT: readonly TranspositionRow[] = [
  group('TransportEquipment', 'TransportEquipment+'),
  ...within('TransportEquipment', 'TransportEquipment', [
    value('sequenceNumber', 'SequenceNumeric'),
    value('containerIdentificationNumber', 'ID'),
    unneeded('numberOfSeals', 'As many as there are seals.', countOf('Seal')),
    group('Seal', 'Seal+'),
    value('Seal/sequenceNumber', 'Seal/SequenceNumeric'),
    value('Seal/identifier', 'Seal/ID'),
    group('GoodsReference', `${ITEM_IN_CONTAINER}+`),
    unneeded('GoodsReference/sequenceNumber', ORDER),
    value('GoodsReference/declarationGoodsItemNumber', `${ITEM_IN_CONTAINER}/SequenceNumeric`),
  ]),
];

/** Where the goods are; which of the ways to say it is used is the qualifier's. */
export const LOCATION: readonly TranspositionRow[] = [
  value('typeOfLocation', 'TypeCode'),
  value('qualifierOfIdentification', 'Address/TypeCode'),
  value('authorisationNumber', 'Name'),
  value('additionalIdentifier', 'ID'),
  value('UNLocode', 'Name'),
  value('CustomsOffice/referenceNumber', 'Name'),
  { ...value('GNSS/latitude', 'Name'), part: 0 },
  { ...value('GNSS/longitude', 'Name', undefined, AFTER_A_COMMA), part: 1 },
  value('EconomicOperator/identificationNumber', 'Name'),
  ...ADDRESS_ROWS,
  value('PostcodeAddress/houseNumber', 'Address/Line'),
  value('PostcodeAddress/postcode', 'Address/PostcodeID'),
  value('PostcodeAddress/country', 'Address/CountryCode'),
];

/** A place of loading or unloading. */
export const PLACE: readonly TranspositionRow[] = [
  value('UNLocode', 'ID'),
  value('country', 'Address/CountryCode'),
  value('location', 'Name'),
];

/** Countries on the way. */
export function routing(from: string): readonly TranspositionRow[] {
  return [
    group(from, 'Consignment/Itinerary+'),
    value(`${from}/sequenceNumber`, 'Consignment/Itinerary/SequenceNumeric'),
    value(`${from}/country`, 'Consignment/Itinerary/RoutingCountryCode'),
  ];
}

/** A consignment as a whole: how it goes, its mass, who carries, sends and receives it. */
export const CARRIAGE: readonly TranspositionRow[] = [
  value('containerIndicator', 'GoodsShipment/Consignment/ContainerCode'),
  value('inlandModeOfTransport', 'GoodsShipment/Consignment/DepartureTransportMeans/ModeCode'),
  value('modeOfTransportAtTheBorder', 'BorderTransportMeans/ModeCode'),
  value('grossMass', 'TotalGrossMassMeasure', { '@unitCode': 'KGM' }),
  value('referenceNumberUCR', 'GoodsShipment/UCR/TraderAssignedReferenceID'),
  ...party('Carrier', 'Consignment/Carrier'),
  ...party('Consignor', 'GoodsShipment/Consignor'),
  ...party('Consignee', 'GoodsShipment/Consignee'),
];

/** Containers, places and means of a consignment, in the order of its way. */
export const MOVEMENT: readonly TranspositionRow[] = [
  ...within('', 'GoodsShipment/Consignment', EQUIPMENT),
  ...within('LocationOfGoods', 'GoodsShipment/Consignment/GoodsLocation', LOCATION),
  ...transportMeans('DepartureTransportMeans', 'GoodsShipment/Consignment/DepartureTransportMeans'),
  ...routing('CountryOfRoutingOfConsignment'),
  ...transportMeans('ActiveBorderTransportMeans', 'BorderTransportMeans'),
];
