import { ORDER } from '../eucdm/document-rows.ts';
import { AFTER_A_COMMA, countOf } from '../eucdm/readings.ts';
import { ITEM_IN_CONTAINER } from '../eucdm/transport-rows.ts';
import { type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';
import { transportDocuments } from './document-rows.ts';
import { ADDRESS, list, party, same } from './party-rows.ts';

const MEANS: readonly TranspositionRow[] = [
  unneeded('SequenceNumeric', ORDER),
  ...same('ID', 'Name', 'TypeCode', 'IdentificationTypeCode', 'RegistrationNationalityCode', 'ModeCode'),
];

const EQUIPMENT: readonly TranspositionRow[] = [
  ...same('SequenceNumeric', 'ID'),
  unneeded('SealsAffixedQuantity', 'As many as there are seals.', countOf('Seal')),
  ...list('Seal', 'Seal', same('SequenceNumeric', 'ID')),
  ...list('GoodsReference', ITEM_IN_CONTAINER, [
    unneeded('SequenceNumeric', ORDER),
    value('GoodsItemNumeric', 'SequenceNumeric'),
  ]),
];

/** Which of the ways to say where the goods are is used is the qualifier's. */
const LOCATION: readonly TranspositionRow[] = [
  ...same('ID', 'Name', 'TypeCode'),
  value('IdentificationType', 'Address/TypeCode'),
  value('IdentificationTypeCode', 'Address/TypeCode'),
  value('authorisationReferenceNumber', 'Name'),
  value('CustomsOffice/identification', 'Name'),
  value('CustomsOffice/ID', 'Name'),
  value('EconomicOperator/identification', 'Name'),
  value('EconomicOperator/ID', 'Name'),
  { ...value('latitude', 'Name'), part: 0 },
  { ...value('longitude', 'Name', undefined, AFTER_A_COMMA), part: 1 },
  ...within('Address', 'Address', ADDRESS),
];

const ITINERARY: readonly TranspositionRow[] = same('SequenceNumeric', 'ID', 'RoutingCountryCode');

/** Of the declaration as a whole. */
export const DECLARATION_CONSIGNMENT: readonly TranspositionRow[] = [
  ...party('Carrier'),
  ...list('Itinerary', 'Itinerary', ITINERARY),
  value('Freight/PaymentMethodCode', 'Freight/PaymentMethodCode'),
];

const SHIPMENT_AT = 'GoodsShipment';
const CONSIGNMENT_AT = `${SHIPMENT_AT}/Consignment`;

/** What stands in the consignment of a shipment here, and in several places of the UK's form. */
export const CONSIGNMENT: readonly TranspositionRow[] = [
  value('ContainerCode', `${CONSIGNMENT_AT}/ContainerCode`),
  value('TotalGrossMassMeasure', 'TotalGrossMassMeasure'),
  value('TotalGrossMassMeasure/@unitCode', 'TotalGrossMassMeasure/@unitCode'),
  ...within('BorderTransportMeans', 'BorderTransportMeans', MEANS),
  ...within('ArrivalTransportMeans', `${CONSIGNMENT_AT}/ArrivalTransportMeans`, MEANS),
  ...list('DepartureTransportMeans', `${CONSIGNMENT_AT}/DepartureTransportMeans`, MEANS),
  ...within('GoodsLocation', `${CONSIGNMENT_AT}/GoodsLocation`, LOCATION),
  ...within('LoadingLocation', `${CONSIGNMENT_AT}/LoadingLocation`, LOCATION),
  ...within('UnloadingLocation', `${CONSIGNMENT_AT}/UnloadingLocation`, LOCATION),
  ...list('TransportEquipment', `${CONSIGNMENT_AT}/TransportEquipment`, EQUIPMENT),
  ...transportDocuments('', CONSIGNMENT_AT),
  ...party('Carrier', 'Consignment/Carrier'),
  ...list('Itinerary', 'Consignment/Itinerary', ITINERARY),
  value('Freight/PaymentMethodCode', 'Consignment/Freight/PaymentMethodCode'),
  value('Freight/rate', `${SHIPMENT_AT}/CustomsValuation/FreightChargeAmount`),
  value('Freight/rate/@currencyID', `${SHIPMENT_AT}/CustomsValuation/FreightChargeAmount/@currencyID`),
  ...party('Consignee', `${SHIPMENT_AT}/Consignee`),
  ...party('Consignor', `${SHIPMENT_AT}/Consignor`),
  value('UCR/TraderAssignedReferenceID', `${SHIPMENT_AT}/UCR/TraderAssignedReferenceID`),
];

/** Of the declaration, in the UK's place. */
export const BORDER_TRANSPORT_MEANS = within('BorderTransportMeans', 'BorderTransportMeans', MEANS);
