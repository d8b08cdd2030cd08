import { ORDER } from '../eucdm/document-rows.ts';
import { group, type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';
import { additionalDocuments, amounts, documents, quantities } from './document-rows.ts';
import { list, parties, party, same } from './party-rows.ts';

const DUTY_TAX_FEE: readonly TranspositionRow[] = [
  unneeded('SequenceNumeric', ORDER),
  ...same('TypeCode', 'DutyRegimeCode', 'QuotaOrderID', 'TaxRateNumeric'),
  ...amounts('AdValoremTaxBaseAmount', 'DeductAmount'),
  ...quantities('SpecificTaxBaseQuantity'),
  value('Tax', 'Payment/TaxAssessedAmount'),
  value('Tax/@currencyID', 'Payment/TaxAssessedAmount/@currencyID'),
  ...within('Payment', 'Payment', [
    ...same('MethodCode', 'ReferenceID'),
    ...amounts('TaxAssessedAmount', 'PaymentAmount'),
  ]),
];

/** Each part of a code stands in an element of its own: see `joinClassifications`. */
const CLASSIFICATION: readonly TranspositionRow[] = [
  unneeded('SequenceNumeric', ORDER),
  ...same('ID', 'IdentificationTypeCode', 'NameCode', 'BindingTariffReferenceID'),
];

const COMMODITY: readonly TranspositionRow[] = [
  ...same('Description'),
  ...list('Classification', 'Classification', CLASSIFICATION),
  ...list('DangerousGoods', 'DangerousGoods', [unneeded('SequenceNumeric', ORDER), ...same('UNDGID')]),
  ...list('DutyTaxFee', 'DutyTaxFee', DUTY_TAX_FEE),
  ...list('TaxCalculation/DutyTaxFee', 'DutyTaxFee', DUTY_TAX_FEE),
  ...within('GoodsMeasure', 'GoodsMeasure', quantities('GrossMassMeasure', 'NetNetWeightMeasure', 'TariffQuantity')),
  ...within('InvoiceLine', 'InvoiceLine', amounts('ItemChargeAmount')),
  ...list('TransportEquipment', 'TransportEquipment', same('SequenceNumeric', 'ID')),
];

/** What is added to the price or taken off it. */
export const CUSTOMS_VALUATION: readonly TranspositionRow[] = [
  ...same('MethodCode'),
  ...amounts('FreightChargeAmount'),
  value('ExitToEntryChargeAmount', 'FreightChargeAmount'),
  value('ExitToEntryChargeAmount/@currencyID', 'FreightChargeAmount/@currencyID'),
  ...list('ChargeDeduction', 'ChargeDeduction', [
    unneeded('SequenceNumeric', ORDER),
    ...same('ChargesTypeCode'),
    ...amounts('OtherChargeDeductionAmount'),
  ]),
];

/** Parties, places and references that a shipment and an item both may have. */
export const SHIPMENT_OR_ITEM: readonly TranspositionRow[] = [
  ...same('TransactionNatureCode', 'UCR/ID', 'UCR/TraderAssignedReferenceID'),
  ...same('Destination/CountryCode', 'Destination/RegionID', 'ExportCountry/ID'),
  value('DispatchCountry/ID', 'ExportCountry/ID'),
  value('DispatchCountryCode', 'ExportCountry/ID'),
  ...['Consignor', 'Consignee', 'Importer', 'Exporter', 'Buyer', 'Seller', 'EndUser'].flatMap((name) => party(name)),
  ...['DomesticDutyTaxParty', 'AEOMutualRecognitionParty'].flatMap((name) => parties(name)),
  ...within('CustomsValuation', 'CustomsValuation', CUSTOMS_VALUATION),
];

/** The procedure and additional procedures are one list in the Danish form, and one inside the other in the Dutch. */
const PROCEDURES: readonly TranspositionRow[] = [
  group('GovernmentProcedure', 'GovernmentProcedure+'),
  unneeded('GovernmentProcedure/SequenceNumeric', ORDER),
  ...same('GovernmentProcedure/CurrentCode', 'GovernmentProcedure/PreviousCode'),
  group('GovernmentProcedure/AdditionalProcedure', 'GovernmentProcedure+'),
  unneeded('GovernmentProcedure/AdditionalProcedure/SequenceNumeric', ORDER),
  value('GovernmentProcedure/AdditionalProcedure/ProcedureCode', 'GovernmentProcedure/CurrentCode'),
];

const ORIGINS: readonly TranspositionRow[] = [
  group('Origin', 'Origin+', { TypeCode: '1' }),
  unneeded('Origin/SequenceNumeric', ORDER),
  ...same('Origin/CountryCode', 'Origin/RegionID', 'Origin/TypeCode'),
];

const ITEM: readonly TranspositionRow[] = [
  ...SHIPMENT_OR_ITEM,
  ...same('SequenceNumeric'),
  ...amounts('StatisticalValueAmount', 'CustomsValueAmount'),
  ...within('Commodity', 'Commodity', COMMODITY),
  ...PROCEDURES,
  ...ORIGINS,
  ...list('Packaging', 'Packaging', same('SequenceNumeric', 'MarksNumbersID', 'QuantityQuantity', 'TypeCode')),
  ...list('ValuationAdjustment', 'ValuationAdjustment', [unneeded('SequenceNumeric', ORDER), ...same('AdditionCode')]),
  ...['Manufacturer', 'RefundRecipientParty'].flatMap((name) => parties(name)),
  value('Freight/PaymentMethodCode', 'Consignment/Freight/PaymentMethodCode'),
  value('Freight/rate', 'CustomsValuation/FreightChargeAmount'),
  value('Freight/rate/@currencyID', 'CustomsValuation/FreightChargeAmount/@currencyID'),
  ...within('Consignment', '', [...party('Consignee'), ...party('Consignor')]),
];

export const ITEM_AT = 'GoodsShipment/GovernmentAgencyGoodsItem';

export const ITEM_ROWS: readonly TranspositionRow[] = [
  group(ITEM_AT, `${ITEM_AT}+`),
  ...within(ITEM_AT, ITEM_AT, ITEM),
  ...documents(ITEM_AT, { documents: ITEM_AT, previous: ITEM_AT, transport: `${ITEM_AT}/Consignment` }),
  ...additionalDocuments(`${ITEM_AT}/AdditionalDocument`, `${ITEM_AT}/AdditionalDocument`),
];
