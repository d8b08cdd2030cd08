import { AUTHORISATIONS, documents, ORDER, transportDocuments } from '../eucdm/document-rows.ts';
import { COMMODITY, PACKAGING, SUPPLY_CHAIN_ACTORS } from '../eucdm/goods-rows.ts';
import { GUARANTEES } from '../eucdm/guarantee-rows.ts';
import { MESSAGE } from '../eucdm/message-rows.ts';
import { party, representative } from '../eucdm/party-rows.ts';
import { isZero, sumOf, UNIT_WITH_QUALIFIER } from '../eucdm/readings.ts';
import { CARRIAGE, MOVEMENT } from '../eucdm/transport-rows.ts';
import { group, joined, single, type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';

const OPERATION: readonly TranspositionRow[] = [
  value('LRN', 'FunctionalReferenceID'),
  value('MRN', 'ID'),
  ...joined(['declarationType', 'additionalDeclarationType'], 'TypeCode'),
  unneeded('amendmentTypeFlag', 'The whole declaration is stated anew.', isZero),
  unneeded('security', 'No data for safety and security are stated.', isZero),
  value('specificCircumstanceIndicator', 'SpecificCircumstancesCodeCode'),
  value('totalAmountInvoiced', 'InvoiceAmount'),
  value('invoiceCurrency', 'InvoiceAmount/@currencyID'),
];

const HEADER: readonly TranspositionRow[] = [
  ...within('ExportOperation', '', OPERATION),
  ...AUTHORISATIONS,
  value('CustomsOfficeOfExport/referenceNumber', 'DeclarationOfficeID'),
  value('CustomsOfficeOfPresentation/referenceNumber', 'PresentationOffice/ID'),
  value('SupervisingCustomsOffice/referenceNumber', 'SupervisingOffice/ID'),
  value('CustomsOfficeOfExitDeclared/referenceNumber', 'ExitOffice/ID'),
  ...party('Exporter', 'Exporter'),
  ...party('Declarant', 'Declarant'),
  ...representative('Representative', 'Agent'),
  value('CurrencyExchange/internalCurrencyUnit', 'CurrencyExchange/CurrencyTypeCode'),
  value('CurrencyExchange/exchangeRate', 'CurrencyExchange/RateNumeric'),
  group('DeferredPayment', 'AdditionalDocument+', { CategoryCode: '1', TypeCode: 'DAN' }),
  unneeded('DeferredPayment/sequenceNumber', ORDER),
  value('DeferredPayment/deferredPayment', 'AdditionalDocument/ID'),
  ...GUARANTEES,
];

const CONSIGNMENT: readonly TranspositionRow[] = [
  ...CARRIAGE,
  ...MOVEMENT,
  value('TransportCharges/methodOfPayment', 'Consignment/Freight/PaymentMethodCode'),
];

const SHIPMENT: readonly TranspositionRow[] = [
  value('natureOfTransaction', 'GoodsShipment/TransactionNatureCode'),
  value('countryOfExport', 'GoodsShipment/ExportCountry/ID'),
  value('countryOfDestination', 'GoodsShipment/Destination/CountryCode'),
  value('DeliveryTerms/incotermCode', 'GoodsShipment/TradeTerms/ConditionCode'),
  value('DeliveryTerms/UNLocode', 'GoodsShipment/TradeTerms/LocationID'),
  value('DeliveryTerms/location', 'GoodsShipment/TradeTerms/LocationName'),
  value('DeliveryTerms/country', 'GoodsShipment/TradeTerms/CountryCode'),
  value('DeliveryTerms/text', 'GoodsShipment/TradeTerms/Description'),
  value('Warehouse/type', 'GoodsShipment/Warehouse/TypeCode'),
  value('Warehouse/identifier', 'GoodsShipment/Warehouse/ID'),
  ...within('', 'GoodsShipment', SUPPLY_CHAIN_ACTORS),
  ...within('Consignment', '', CONSIGNMENT),
  ...transportDocuments('Consignment', 'GoodsShipment/Consignment'),
];

const TAX_BASE: readonly TranspositionRow[] = [
  unneeded('sequenceNumber', ORDER),
  value('taxRate', 'TaxRateNumeric'),
  value('amount', 'AdValoremTaxBaseAmount'),
  value('quantity', 'SpecificTaxBaseQuantity'),
  value('measurementUnitAndQualifier', 'SpecificTaxBaseQuantity/@unitCode', undefined, UNIT_WITH_QUALIFIER),
  value('taxAmount', 'Payment/TaxAssessedAmount'),
];

const TAXES: readonly TranspositionRow[] = [
  unneeded('totalDutiesAndTaxesAmount', 'The sum of the duties and taxes.', sumOf('DutiesAndTaxes/payableTaxAmount')),
  group('DutiesAndTaxes', 'DutyTaxFee+'),
  ...within('DutiesAndTaxes', 'DutyTaxFee', [
    unneeded('sequenceNumber', ORDER),
    value('taxType', 'TypeCode'),
    value('payableTaxAmount', 'Payment/PaymentAmount'),
    value('methodOfPayment', 'Payment/MethodCode'),
    ...within('TaxBase', '', TAX_BASE),
  ]),
];

const ITEM: readonly TranspositionRow[] = [
  value('declarationGoodsItemNumber', 'SequenceNumeric'),
  value('statisticalValue', 'StatisticalValueAmount'),
  value('natureOfTransaction', 'TransactionNatureCode'),
  value('countryOfExport', 'ExportCountry/ID'),
  value('countryOfDestination', 'Destination/CountryCode'),
  value('referenceNumberUCR', 'UCR/TraderAssignedReferenceID'),
  single('Procedure', 'GovernmentProcedure+'),
  value('Procedure/requestedProcedure', 'GovernmentProcedure/CurrentCode'),
  value('Procedure/previousProcedure', 'GovernmentProcedure/PreviousCode'),
  group('AdditionalProcedure', 'GovernmentProcedure+'),
  unneeded('AdditionalProcedure/sequenceNumber', ORDER),
  value('AdditionalProcedure/additionalProcedure', 'GovernmentProcedure/CurrentCode'),
  ...party('Consignor', 'Consignor'),
  ...party('Consignee', 'Consignee'),
  ...SUPPLY_CHAIN_ACTORS,
  value('Origin/countryOfOrigin', 'Origin/CountryCode', { TypeCode: '1' }),
  value('Origin/regionOfDispatch', 'Origin/RegionID'),
  ...within('Commodity', 'Commodity', [...COMMODITY, ...within('CalculationOfTaxes', '', TAXES)]),
  ...PACKAGING,
  value('TransportCharges/methodOfPayment', 'Consignment/Freight/PaymentMethodCode'),
];

const ITEM_AT = 'GoodsShipment/GovernmentAgencyGoodsItem';
const AT_ITEM = { documents: ITEM_AT, previous: ITEM_AT, transport: `${ITEM_AT}/Consignment` };

/** CC515C and CC513C, as the EU's technical specification of the Automated Export System has them (DDNXA). */
export const AES_ROWS: readonly TranspositionRow[] = [
  ...MESSAGE,
  ...HEADER,
  ...within('GoodsShipment', '', SHIPMENT),
  ...documents('GoodsShipment', { documents: '', previous: 'GoodsShipment', transport: 'GoodsShipment/Consignment' }),
  group('GoodsShipment/GoodsItem', `${ITEM_AT}+`),
  ...within('GoodsShipment/GoodsItem', ITEM_AT, ITEM),
  ...documents('GoodsShipment/GoodsItem', AT_ITEM),
];
