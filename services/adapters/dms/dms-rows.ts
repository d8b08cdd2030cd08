import { ORDER } from '../eucdm/document-rows.ts';
import { isZero } from '../eucdm/readings.ts';
import { group, parted, type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';
import { additionalDocuments, amounts, documents, quantities, times } from './document-rows.ts';
import { ITEM_ROWS, SHIPMENT_OR_ITEM } from './item-rows.ts';
import { list, parties, party, same } from './party-rows.ts';
import { BORDER_TRANSPORT_MEANS, CONSIGNMENT, DECLARATION_CONSIGNMENT } from './transport-rows.ts';

const OFFICES: readonly TranspositionRow[] = [
  ...same('DeclarationOfficeID', 'ExitOffice/ID', 'PresentationOffice/ID', 'SupervisingOffice/ID'),
  value('DeclarationOffice/ID', 'DeclarationOfficeID'),
  value('ExportOffice/identification', 'DeclarationOfficeID'),
  value('ExportOffice/ID', 'DeclarationOfficeID'),
];

const GUARANTEE: readonly TranspositionRow[] = [
  unneeded('SequenceNumeric', ORDER),
  ...same('ID', 'ReferenceID', 'SecurityDetailsCode', 'AccessCode', 'GuaranteeOffice/ID'),
  ...amounts('AmountAmount'),
];

/** Each reference of a guarantee is a guarantee of its own, with the type of the whole. */
const GUARANTEES: readonly TranspositionRow[] = [
  parted('ObligationGuarantee', 'ObligationGuarantee'),
  ...within('ObligationGuarantee', 'ObligationGuarantee', GUARANTEE),
  group('ObligationGuarantee/GuaranteeReference', 'ObligationGuarantee+'),
  ...within('ObligationGuarantee/GuaranteeReference', 'ObligationGuarantee', [
    unneeded('SequenceNumeric', ORDER),
    value('ID', 'ReferenceID'),
    ...same('ReferenceID', 'AccessCode', 'GuaranteeOffice/ID'),
    ...amounts('AmountAmount'),
  ]),
];

/** A deferred payment states its number alone. */
const DEFERRED_PAYMENT = { CategoryCode: '1', TypeCode: 'DAN' };

/** A correction says why it is made, and has no pointers; one that has them is told by them. */
const AMENDMENTS: readonly TranspositionRow[] = [
  ...list('Amendment', 'Amendment', [unneeded('SequenceNumeric', ORDER), ...same('ChangeReasonCode')]),
  value('Amendment/ChangeReasonText', 'AdditionalInformation+/StatementDescription'),
  ...list('Amendment/Pointer', 'Amendment/Pointer', same('SequenceNumeric', 'DocumentSectionCode', 'TagID')),
];

const CURRENCIES: readonly TranspositionRow[] = list('CurrencyExchange', 'CurrencyExchange', [
  unneeded('SequenceNumeric', ORDER),
  ...same('CurrencyTypeCode', 'RateNumeric'),
]);

const HEADER: readonly TranspositionRow[] = [
  unneeded('EDSMetaData', 'Names the edition of the specification.'),
  ...same('FunctionCode', 'FunctionalReferenceID', 'ID', 'TypeCode', 'VersionID', 'ProcedureCategory'),
  ...same('IssueLocationID', 'SpecificCircumstancesCodeCode'),
  ...same('GoodsItemQuantity', 'TotalPackageQuantity', 'LoadingListQuantity'),
  ...times('IssueDateTime', 'AcceptanceDateTime'),
  ...amounts('InvoiceAmount'),
  value('InvoiceCurrencyCode', 'InvoiceAmount/@currencyID'),
  ...quantities('TotalGrossMassMeasure'),
  unneeded('SecurityCode', 'No data for safety and security are stated.', isZero),
  ...OFFICES,
  ...['Submitter', 'Declarant', 'Agent', 'Exporter'].flatMap((name) => party(name)),
  ...party('Importer', 'GoodsShipment/Importer'),
  ...list('AuthorisationHolder', 'AuthorisationHolder', same('ID', 'CategoryCode')),
  ...AMENDMENTS,
  ...CURRENCIES,
  ...within('Consignment', 'Consignment', DECLARATION_CONSIGNMENT),
  ...BORDER_TRANSPORT_MEANS,
  ...GUARANTEES,
  ...documents('', { documents: '', previous: 'GoodsShipment', transport: 'GoodsShipment/Consignment' }),
  ...additionalDocuments('AdditionalDocument', 'AdditionalDocument', DEFERRED_PAYMENT),
  value('DeferredPayment/ID', 'AdditionalDocument+/ID', DEFERRED_PAYMENT),
];

const TRADE_TERMS: readonly TranspositionRow[] = [
  ...same('ConditionCode', 'CountryRelationshipCode', 'CountryCode', 'Description', 'LocationID', 'LocationName'),
];

const SHIPMENT: readonly TranspositionRow[] = [
  ...within('', 'GoodsShipment', SHIPMENT_OR_ITEM),
  unneeded('SequenceNumeric', 'There is one shipment only.'),
  ...times('AcceptanceDateTime'),
  value('ExitDateTime', 'GoodsShipment/ExitDateTime'),
  value('ExitDateTime/@formatCode', 'GoodsShipment/ExitDateTime/@formatCode'),
  ...amounts('InvoiceAmount'),
  value('InvoiceCurrencyCode', 'InvoiceAmount/@currencyID'),
  value('GoodsMeasure/GrossMassMeasure', 'TotalGrossMassMeasure'),
  value('GoodsMeasure/GrossMassMeasure/@unitCode', 'TotalGrossMassMeasure/@unitCode'),
  ...['Payer', 'Surety'].flatMap((name) => parties(name, `GoodsShipment/${name}`)),
  ...within('TradeTerms', 'GoodsShipment/TradeTerms', TRADE_TERMS),
  ...within('Warehouse', 'GoodsShipment/Warehouse', same('ID', 'TypeCode')),
  ...within('Invoice', 'GoodsShipment/Invoice', [...same('ID'), ...times('IssueDateTime')]),
  ...within('Consignment', '', CONSIGNMENT),
];

/**
 * The Danish and the Dutch form of the WCO Data Model, both after the EU's data model (EUCDM 6): as the Danish customs
 * agency publishes it for its declaration management system (github.com/skat/dms-public: B1 to B4, C1, H1 to H7, I1,
 * I2), and the Dutch customs administration for its own (message implementation guide DMS, version 1.30). What both
 * have stands once.
 */
export const DMS_ROWS: readonly TranspositionRow[] = [
  ...HEADER,
  ...within('GoodsShipment', '', SHIPMENT),
  ...documents('GoodsShipment', { documents: '', previous: 'GoodsShipment', transport: 'GoodsShipment/Consignment' }),
  ...additionalDocuments('GoodsShipment/AdditionalDocument', 'AdditionalDocument', DEFERRED_PAYMENT),
  ...ITEM_ROWS,
];
