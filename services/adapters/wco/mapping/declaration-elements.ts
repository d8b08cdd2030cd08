import type {
  Commodity,
  DeclarationHeader,
  GoodsItem,
  GoodsShipment,
  ShipmentParts,
} from '../../../risk/declaration/declaration-event.ts';
import * as part from './part-elements.ts';
import { elements, type Places } from './place.ts';

const SHIPMENT_PARTS: Places<ShipmentParts> = {
  TransactionNatureCode: 'transactionNatureCode',
  UCR: { inline: { ID: 'ucrId', TraderAssignedReferenceID: 'ucrTraderAssignedReferenceId' } },
  Consignor: { to: 'consignor', of: part.PARTY },
  Consignee: { to: 'consignee', of: part.PARTY },
  Importer: { to: 'importer', of: part.PARTY },
  Exporter: { to: 'exporter', of: part.PARTY },
  Buyer: { to: 'buyer', of: part.PARTY },
  Seller: { to: 'seller', of: part.PARTY },
  EndUser: { to: 'endUser', of: part.PARTY },
  DomesticDutyTaxParty: { to: 'domesticDutyTaxParties', of: part.PARTY },
  AEOMutualRecognitionParty: { to: 'aeoMutualRecognitionParties', of: part.PARTY },
  Destination: { inline: { CountryCode: 'destinationCountryCode', RegionID: 'destinationRegionId' } },
  ExportCountry: { inline: { ID: 'exportCountryId' } },
  CustomsValuation: { to: 'customsValuation', of: part.CUSTOMS_VALUATION },
  PreviousDocument: { to: 'previousDocuments', of: part.PREVIOUS_DOCUMENT },
};

const COMMODITY = elements<Commodity>({
  Description: 'description',
  Classification: { to: 'classifications', of: part.CLASSIFICATION },
  DutyTaxFee: { to: 'dutyTaxFees', of: part.DUTY_TAX_FEE },
  DangerousGoods: { to: 'dangerousGoods', of: part.DANGEROUS_GOODS },
  GoodsMeasure: {
    inline: {
      GrossMassMeasure: 'grossMassMeasure',
      NetNetWeightMeasure: 'netNetWeightMeasure',
      TariffQuantity: 'tariffQuantity',
    },
  },
  InvoiceLine: { inline: { ItemChargeAmount: 'itemChargeAmount' } },
  TransportEquipment: { to: 'transportEquipments', of: part.TRANSPORT_EQUIPMENT },
});

const GOODS_ITEM = elements<GoodsItem>({
  ...(SHIPMENT_PARTS as Places<GoodsItem>),
  SequenceNumeric: 'sequenceNumber',
  Commodity: { to: 'commodity', of: COMMODITY },
  StatisticalValueAmount: 'statisticalValueAmount',
  CustomsValueAmount: 'customsValueAmount',
  GovernmentProcedure: { to: 'governmentProcedures', of: part.GOVERNMENT_PROCEDURE },
  Origin: { to: 'origins', of: part.ORIGIN },
  Packaging: { to: 'packagings', of: part.PACKAGING },
  AdditionalDocument: { to: 'additionalDocuments', of: part.ADDITIONAL_DOCUMENT },
  AdditionalInformation: { to: 'additionalInformations', of: part.ADDITIONAL_INFORMATION },
  ValuationAdjustment: { to: 'valuationAdjustments', each: 'AdditionCode' },
  Manufacturer: { to: 'manufacturers', of: part.PARTY },
  RefundRecipientParty: { to: 'refundRecipientParties', of: part.PARTY },
  Consignment: { to: 'consignment', of: part.CONSIGNMENT },
});

export const GOODS_SHIPMENT = elements<GoodsShipment>({
  ...(SHIPMENT_PARTS as Places<GoodsShipment>),
  ExitDateTime: 'exitDateTime',
  Invoice: { to: 'invoice', of: part.INVOICE },
  Payer: { to: 'payers', of: part.PARTY },
  Surety: { to: 'sureties', of: part.PARTY },
  Consignment: { to: 'consignment', of: part.CONSIGNMENT },
  TradeTerms: { to: 'tradeTerms', of: part.TRADE_TERMS },
  Warehouse: { to: 'warehouse', of: part.WAREHOUSE },
  GovernmentAgencyGoodsItem: { items: GOODS_ITEM },
});

/** A version, from 1. */
export const VERSION = /^0*[1-9]\d{0,4}$/;

/** Declaration, from its root. */
export const DECLARATION = elements<DeclarationHeader>({
  ID: { read: 'the MRN: declarationId', shape: /./ },
  VersionID: { read: 'version', shape: VERSION },
  FunctionCode: 'functionCode',
  FunctionalReferenceID: 'functionalReferenceId',
  TypeCode: 'typeCode',
  ProcedureCategory: 'procedureCategory',
  AcceptanceDateTime: 'acceptanceDateTime',
  IssueDateTime: 'issueDateTime',
  IssueLocationID: 'issueLocationId',
  SpecificCircumstancesCodeCode: 'specificCircumstancesCode',
  Authentication: { to: 'authentication', of: part.AUTHENTICATION },
  LoadingListQuantity: 'loadingListQuantity',
  GoodsItemQuantity: 'goodsItemQuantity',
  TotalPackageQuantity: 'totalPackageQuantity',
  TotalGrossMassMeasure: 'totalGrossMassMeasure',
  InvoiceAmount: 'invoiceAmount',
  Declarant: { to: 'declarant', of: part.PARTY },
  Agent: { to: 'agent', of: part.PARTY },
  Exporter: { to: 'exporter', of: part.PARTY },
  Submitter: { to: 'submitter', of: part.PARTY },
  AuthorisationHolder: { to: 'authorisationHolders', of: part.AUTHORISATION_HOLDER },
  AdditionalDocument: { to: 'additionalDocuments', of: part.ADDITIONAL_DOCUMENT },
  AdditionalInformation: { to: 'additionalInformations', of: part.ADDITIONAL_INFORMATION },
  Amendment: { to: 'amendments', of: part.AMENDMENT },
  BorderTransportMeans: { to: 'borderTransportMeans', of: part.TRANSPORT_MEANS },
  CurrencyExchange: { to: 'currencyExchanges', of: part.CURRENCY_EXCHANGE },
  Consignment: { to: 'consignment', of: part.CONSIGNMENT },
  DeclarationOfficeID: { to: 'declarationOffice', id: 'id' },
  ExitOffice: { to: 'exitOffice', of: part.OFFICE },
  PresentationOffice: { to: 'presentationOffice', of: part.OFFICE },
  SupervisingOffice: { to: 'supervisingOffice', of: part.OFFICE },
  ObligationGuarantee: { to: 'obligationGuarantees', of: part.OBLIGATION_GUARANTEE },
  GoodsShipment: { to: 'goodsShipment', of: GOODS_SHIPMENT },
});
