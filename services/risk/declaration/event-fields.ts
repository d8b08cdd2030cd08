import type { Commodity, DeclarationEvent, DeclarationHeader, GoodsItem, GoodsShipment, ShipmentParts } from './declaration-event.ts';
import { code, codes, count, country, instant, listed, many, must, one, symbol, text, type Fields } from './field.ts';
import * as part from './part-fields.ts';

const SHIPMENT_PARTS: Fields<ShipmentParts> = {
  transactionNatureCode: listed, ucrId: code, ucrTraderAssignedReferenceId: code, consignor: one(part.PARTY), consignee: one(part.PARTY), importer: one(part.PARTY),
  exporter: one(part.PARTY), buyer: one(part.PARTY), seller: one(part.PARTY), endUser: one(part.PARTY), domesticDutyTaxParties: many(part.PARTY),
  aeoMutualRecognitionParties: many(part.PARTY), destinationCountryCode: country, destinationRegionId: code, exportCountryId: country,
  customsValuation: one(part.CUSTOMS_VALUATION), previousDocuments: many(part.PREVIOUS_DOCUMENT, 9_999),
};

export const GOODS_SHIPMENT: Fields<GoodsShipment> = {
  ...SHIPMENT_PARTS, exitDateTime: instant, invoice: one(part.INVOICE), payers: many(part.PARTY), sureties: many(part.PARTY),
  consignment: one(part.CONSIGNMENT), tradeTerms: one(part.TRADE_TERMS), warehouse: one(part.WAREHOUSE),
};

const COMMODITY: Fields<Commodity> = {
  description: text, classifications: many(part.CLASSIFICATION), dutyTaxFees: many(part.DUTY_TAX_FEE), dangerousGoods: many(part.DANGEROUS_GOODS),
  grossMassMeasure: one(part.MEASURE), netNetWeightMeasure: one(part.MEASURE), tariffQuantity: one(part.MEASURE), itemChargeAmount: one(part.AMOUNT),
  transportEquipments: many(part.TRANSPORT_EQUIPMENT, 9_999),
};

export const GOODS_ITEM: Fields<GoodsItem> = {
  ...SHIPMENT_PARTS, sequenceNumber: { kind: 'integer', min: 1, max: 99_999, required: true }, commodity: one(COMMODITY),
  statisticalValueAmount: one(part.AMOUNT), customsValueAmount: one(part.AMOUNT), governmentProcedures: many(part.GOVERNMENT_PROCEDURE), origins: many(part.ORIGIN),
  packagings: many(part.PACKAGING), additionalDocuments: many(part.ADDITIONAL_DOCUMENT), additionalInformations: many(part.ADDITIONAL_INFORMATION),
  valuationAdjustments: codes, manufacturers: many(part.PARTY), refundRecipientParties: many(part.PARTY), consignment: one(part.CONSIGNMENT),
};

export const HEADER: Fields<DeclarationHeader> = {
  functionCode: listed, functionalReferenceId: code, typeCode: listed, procedureCategory: listed, acceptanceDateTime: instant, issueDateTime: instant,
  issueLocationId: listed, specificCircumstancesCode: listed, authentication: one(part.AUTHENTICATION), loadingListQuantity: count, goodsItemQuantity: count,
  totalPackageQuantity: count, totalGrossMassMeasure: one(part.MEASURE), invoiceAmount: one(part.AMOUNT), declarant: one(part.PARTY), agent: one(part.PARTY),
  exporter: one(part.PARTY), submitter: one(part.PARTY), authorisationHolders: many(part.AUTHORISATION_HOLDER), additionalDocuments: many(part.ADDITIONAL_DOCUMENT),
  additionalInformations: many(part.ADDITIONAL_INFORMATION, 9_999), amendments: many(part.AMENDMENT, 9_999), borderTransportMeans: one(part.TRANSPORT_MEANS),
  currencyExchanges: many(part.CURRENCY_EXCHANGE), consignment: one(part.CONSIGNMENT), declarationOffice: one(part.OFFICE), exitOffice: one(part.OFFICE),
  presentationOffice: one(part.OFFICE), supervisingOffice: one(part.OFFICE), obligationGuarantees: many(part.OBLIGATION_GUARANTEE),
  goodsShipment: one(GOODS_SHIPMENT), goodsItems: many(GOODS_ITEM, 9_999),
};

/** In the order in which an event is printed. */
export const EVENT: Fields<DeclarationEvent> = {
  eventId: must({ ...code, max: 36, shape: /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/ }),
  eventType: symbol(['lodged', 'amended', 'cancelled', 'exited', 'reassess', 'unrecognised']),
  declarationId: must(code),
  version: { kind: 'integer', min: 1, max: 99_999, required: true },
  cause: text,
  occurredAt: instant,
  completeness: symbol(['whole', 'partial', 'unrecognised']),
  message: one(part.REQUEST_MESSAGE),
  source: one(part.EVENT_SOURCE),
  ...HEADER,
  otherElements: many(part.OTHER_ELEMENT, 100_000),
};
