import { AUTHORISATIONS, documents, ORDER } from '../eucdm/document-rows.ts';
import { COMMODITY, PACKAGING, SUPPLY_CHAIN_ACTORS } from '../eucdm/goods-rows.ts';
import { GUARANTEES } from '../eucdm/guarantee-rows.ts';
import { MESSAGE } from '../eucdm/message-rows.ts';
import { party, representative } from '../eucdm/party-rows.ts';
import { isZero, sumOf } from '../eucdm/readings.ts';
import { CARRIAGE, MOVEMENT, PLACE, transportMeans } from '../eucdm/transport-rows.ts';
import { group, joined, shared, type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';

const OPERATION: readonly TranspositionRow[] = [
  value('LRN', 'FunctionalReferenceID'),
  value('MRN', 'ID'),
  ...joined(['declarationType', 'additionalDeclarationType'], 'TypeCode'),
  value('TIRCarnetNumber', 'AdditionalDocument+/ID', { CategoryCode: 'N', TypeCode: '952' }),
  unneeded('security', 'No data for safety and security are stated.', isZero),
  unneeded('reducedDatasetIndicator', 'Nothing is left out.', isZero),
  unneeded('bindingItinerary', 'The way is not prescribed.', isZero),
  unneeded('amendmentTypeFlag', 'The whole declaration is stated anew.', isZero),
  unneeded('communicationLanguageAtDeparture', 'The language in which the office writes.'),
  value('specificCircumstanceIndicator', 'SpecificCircumstancesCodeCode'),
];

const HOLDER = 'HolderOfTheTransitProcedure';

const HEADER: readonly TranspositionRow[] = [
  ...within('TransitOperation', '', OPERATION),
  ...AUTHORISATIONS,
  value('CustomsOfficeOfDeparture/referenceNumber', 'DeclarationOfficeID'),
  group('CustomsOfficeOfExitForTransitDeclared', 'ExitOffice+'),
  unneeded('CustomsOfficeOfExitForTransitDeclared/sequenceNumber', ORDER),
  value('CustomsOfficeOfExitForTransitDeclared/referenceNumber', 'ExitOffice/ID'),
  ...party(HOLDER, 'Declarant'),
  value(`${HOLDER}/TIRHolderIdentificationNumber`, 'AuthorisationHolder+/ID', { CategoryCode: 'TIR' }),
  ...representative('Representative', 'Agent'),
  ...GUARANTEES,
];

const CONSIGNMENT: readonly TranspositionRow[] = [
  value('countryOfDispatch', 'GoodsShipment/ExportCountry/ID'),
  value('countryOfDestination', 'GoodsShipment/Destination/CountryCode'),
  ...CARRIAGE,
  ...within('', 'GoodsShipment', SUPPLY_CHAIN_ACTORS),
  ...MOVEMENT,
  ...within('PlaceOfLoading', 'GoodsShipment/Consignment/LoadingLocation', PLACE),
  ...within('PlaceOfUnloading', 'GoodsShipment/Consignment/UnloadingLocation', PLACE),
  value('TransportCharges/methodOfPayment', 'Consignment/Freight/PaymentMethodCode'),
];

/** What a house consignment and an item both may say. */
const HOUSE_OR_ITEM: readonly TranspositionRow[] = [
  value('countryOfDispatch', 'ExportCountry/ID'),
  value('countryOfDestination', 'Destination/CountryCode'),
  value('referenceNumberUCR', 'UCR/TraderAssignedReferenceID'),
  ...party('Consignor', 'Consignor'),
  ...party('Consignee', 'Consignee'),
  ...SUPPLY_CHAIN_ACTORS,
  value('TransportCharges/methodOfPayment', 'Consignment/Freight/PaymentMethodCode'),
];

const ITEM_MASSES = 'ConsignmentItem/Commodity/GoodsMeasure/grossMass';

const HOUSE: readonly TranspositionRow[] = [
  unneeded('sequenceNumber', ORDER),
  unneeded('grossMass', 'The sum of the masses of its items.', sumOf(ITEM_MASSES)),
  ...transportMeans('DepartureTransportMeans', 'Consignment/DepartureTransportMeans'),
];

const ITEM: readonly TranspositionRow[] = [
  unneeded('goodsItemNumber', 'The number within the house consignment; the one within the declaration is taken.'),
  value('declarationGoodsItemNumber', 'SequenceNumeric'),
  ...within('Commodity', 'Commodity', COMMODITY),
  ...PACKAGING,
];

const ITEM_AT = 'GoodsShipment/GovernmentAgencyGoodsItem';
const HOUSE_FROM = 'Consignment/HouseConsignment';
const ITEM_FROM = `${HOUSE_FROM}/ConsignmentItem`;
const AT_ITEM = { documents: ITEM_AT, previous: ITEM_AT, transport: `${ITEM_AT}/Consignment` };

/**
 * CC015C and CC013C, as the EU's technical specification of the New Computerised Transit System has them (DDNTA),
 * phases 5 and 6.
 */
export const NCTS_ROWS: readonly TranspositionRow[] = [
  ...MESSAGE,
  ...HEADER,
  ...within('Consignment', '', CONSIGNMENT),
  ...documents('Consignment', { documents: '', previous: 'GoodsShipment', transport: 'GoodsShipment/Consignment' }),
  shared(HOUSE_FROM, ITEM_AT, ['Consignment']),
  ...within(HOUSE_FROM, ITEM_AT, [...HOUSE, ...HOUSE_OR_ITEM]),
  ...documents(HOUSE_FROM, AT_ITEM),
  group(ITEM_FROM, `${ITEM_AT}+`),
  ...within(ITEM_FROM, ITEM_AT, [...ITEM, ...HOUSE_OR_ITEM]),
  ...documents(ITEM_FROM, AT_ITEM),
];
