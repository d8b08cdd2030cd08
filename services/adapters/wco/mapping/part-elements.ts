import type {
  AdditionalDocument,
  AdditionalInformation,
  Address,
  Amendment,
  Authentication,
  AuthorisationHolder,
  ChargeDeduction,
  Classification,
  Communication,
  Consignment,
  CurrencyExchange,
  CustomsValuation,
  DangerousGoods,
  DutyTaxFee,
  GoodsLocation,
  GovernmentProcedure,
  Invoice,
  ItineraryStop,
  ObligationGuarantee,
  Office,
  Origin,
  Packaging,
  Party,
  Pointer,
  PreviousDocument,
  Seal,
  TradeTerms,
  TransportContractDocument,
  TransportEquipment,
  TransportMeans,
  Warehouse,
  WriteOff,
} from '../../../risk/declaration/declaration-event.ts';
import { elements } from './place.ts';

/** The parts of WCO_DEC_2_DMS, element by element, as published for the UK's Customs Declaration Service. */
const ADDRESS = elements<Address>({
  TypeCode: 'typeCode',
  Line: 'line',
  CityName: 'cityName',
  CountrySubDivisionCode: 'countrySubDivisionCode',
  CountrySubDivisionName: 'countrySubDivisionName',
  PostcodeID: 'postcodeId',
  CountryCode: 'countryCode',
});
const COMMUNICATION = elements<Communication>({ ID: 'id', TypeCode: 'typeCode' });
export const PARTY = elements<Party>({
  ID: 'id',
  Name: 'name',
  FunctionCode: 'functionCode',
  RoleCode: 'roleCode',
  Address: { to: 'address', of: ADDRESS },
  Contact: { inline: { Name: 'contactName', Communication: { to: 'communications', of: COMMUNICATION } } },
  Communication: { to: 'communications', of: COMMUNICATION },
});
export const AUTHORISATION_HOLDER = elements<AuthorisationHolder>({ ID: 'id', CategoryCode: 'categoryCode' });
export const AUTHENTICATION = elements<Authentication>({
  Authentication: 'authentication',
  Authenticator: { inline: { Name: 'authenticatorName' } },
});
const WRITE_OFF = elements<WriteOff>({
  QuantityQuantity: 'quantity',
  Quantity: 'quantity',
  AmountAmount: 'amount',
  Amount: 'amount',
});
export const ADDITIONAL_DOCUMENT = elements<AdditionalDocument>({
  SequenceNumeric: 'sequenceNumber',
  CategoryCode: 'categoryCode',
  TypeCode: 'typeCode',
  ID: 'id',
  Name: 'name',
  LPCOExemptionCode: 'lpcoExemptionCode',
  IssueDateTime: 'issueDateTime',
  EffectiveDateTime: 'effectiveDateTime',
  ExpirationDateTime: 'expirationDateTime',
  Submitter: { inline: { Name: 'submitterName', RoleCode: 'submitterRoleCode' } },
  WriteOff: { to: 'writeOff', of: WRITE_OFF },
});
const POINTER = elements<Pointer>({
  SequenceNumeric: 'sequenceNumber',
  DocumentSectionCode: 'documentSectionCode',
  TagID: 'tagId',
});
export const ADDITIONAL_INFORMATION = elements<AdditionalInformation>({
  SequenceNumeric: 'sequenceNumber',
  StatementCode: 'statementCode',
  StatementDescription: 'statementDescription',
  StatementTypeCode: 'statementTypeCode',
  LimitDateTime: 'limitDateTime',
  Pointer: { to: 'pointers', of: POINTER },
});
export const AMENDMENT = elements<Amendment>({
  ChangeReasonCode: 'changeReasonCode',
  Pointer: { to: 'pointers', of: POINTER },
});
export const TRANSPORT_MEANS = elements<TransportMeans>({
  ID: 'id',
  Name: 'name',
  TypeCode: 'typeCode',
  IdentificationTypeCode: 'identificationTypeCode',
  RegistrationNationalityCode: 'registrationNationalityCode',
  ModeCode: 'modeCode',
});
export const CURRENCY_EXCHANGE = elements<CurrencyExchange>({
  CurrencyTypeCode: 'currencyTypeCode',
  RateNumeric: 'rateNumeric',
});
export const OFFICE = elements<Office>({ ID: 'id' });
const ITINERARY = elements<ItineraryStop>({
  SequenceNumeric: 'sequenceNumber',
  ID: 'id',
  RoutingCountryCode: 'routingCountryCode',
});
const SEAL = elements<Seal>({ SequenceNumeric: 'sequenceNumber', ID: 'id' });
export const TRANSPORT_EQUIPMENT = elements<TransportEquipment>({
  SequenceNumeric: 'sequenceNumber',
  ID: 'id',
  Seal: { to: 'seals', of: SEAL },
});
const GOODS_LOCATION = elements<GoodsLocation>({
  ID: 'id',
  Name: 'name',
  TypeCode: 'typeCode',
  Address: { to: 'address', of: ADDRESS },
});
const CONTRACT_DOCUMENT = elements<TransportContractDocument>({
  SequenceNumeric: 'sequenceNumber',
  ID: 'id',
  TypeCode: 'typeCode',
});
export const CONSIGNMENT = elements<Consignment>({
  ContainerCode: 'containerCode',
  Carrier: { to: 'carrier', of: PARTY },
  Freight: { inline: { PaymentMethodCode: 'freightPaymentMethodCode' } },
  Itinerary: { to: 'itineraries', of: ITINERARY },
  ArrivalTransportMeans: { to: 'arrivalTransportMeans', of: TRANSPORT_MEANS },
  DepartureTransportMeans: { to: 'departureTransportMeans', of: TRANSPORT_MEANS },
  GoodsLocation: { to: 'goodsLocation', of: GOODS_LOCATION },
  LoadingLocation: { to: 'loadingLocation', of: GOODS_LOCATION },
  UnloadingLocation: { to: 'unloadingLocation', of: GOODS_LOCATION },
  TransportEquipment: { to: 'transportEquipments', of: TRANSPORT_EQUIPMENT },
  TransportContractDocument: { to: 'transportContractDocuments', of: CONTRACT_DOCUMENT },
  ConsignmentItem: { to: 'consignmentItems', each: 'SequenceNumeric' },
});
export const OBLIGATION_GUARANTEE = elements<ObligationGuarantee>({
  ID: 'id',
  ReferenceID: 'referenceId',
  SecurityDetailsCode: 'securityDetailsCode',
  AccessCode: 'accessCode',
  AmountAmount: 'amount',
  Amount: 'amount',
  GuaranteeOffice: { inline: { ID: 'guaranteeOfficeId' } },
});
export const PREVIOUS_DOCUMENT = elements<PreviousDocument>({
  SequenceNumeric: 'sequenceNumber',
  CategoryCode: 'categoryCode',
  ID: 'id',
  TypeCode: 'typeCode',
  LineNumeric: 'lineNumeric',
});
const CHARGE_DEDUCTION = elements<ChargeDeduction>({
  ChargesTypeCode: 'chargesTypeCode',
  OtherChargeDeductionAmount: 'amount',
});
export const CUSTOMS_VALUATION = elements<CustomsValuation>({
  MethodCode: 'methodCode',
  FreightChargeAmount: 'freightChargeAmount',
  ChargeDeduction: { to: 'chargeDeductions', of: CHARGE_DEDUCTION },
});
export const TRADE_TERMS = elements<TradeTerms>({
  ConditionCode: 'conditionCode',
  CountryRelationshipCode: 'countryRelationshipCode',
  CountryCode: 'countryCode',
  Description: 'description',
  LocationID: 'locationId',
  LocationName: 'locationName',
});
export const INVOICE = elements<Invoice>({ ID: 'id', IssueDateTime: 'issueDateTime' });
export const WAREHOUSE = elements<Warehouse>({ ID: 'id', TypeCode: 'typeCode' });
export const CLASSIFICATION = elements<Classification>({
  ID: 'id',
  NameCode: 'nameCode',
  BindingTariffReferenceID: 'bindingTariffReferenceId',
  IdentificationTypeCode: 'identificationTypeCode',
});
export const DUTY_TAX_FEE = elements<DutyTaxFee>({
  TypeCode: 'typeCode',
  DutyRegimeCode: 'dutyRegimeCode',
  QuotaOrderID: 'quotaOrderId',
  TaxRateNumeric: 'taxRateNumeric',
  AdValoremTaxBaseAmount: 'adValoremTaxBaseAmount',
  SpecificTaxBaseQuantity: 'specificTaxBaseQuantity',
  DeductAmount: 'deductAmount',
  Payment: {
    inline: {
      MethodCode: 'paymentMethodCode',
      ReferenceID: 'paymentReferenceId',
      TaxAssessedAmount: 'taxAssessedAmount',
      PaymentAmount: 'paymentAmount',
    },
  },
});
export const DANGEROUS_GOODS = elements<DangerousGoods>({ UNDGID: 'undgId' });
export const GOVERNMENT_PROCEDURE = elements<GovernmentProcedure>({
  CurrentCode: 'currentCode',
  PreviousCode: 'previousCode',
});
export const ORIGIN = elements<Origin>({ CountryCode: 'countryCode', RegionID: 'regionId', TypeCode: 'typeCode' });
export const PACKAGING = elements<Packaging>({
  SequenceNumeric: 'sequenceNumber',
  MarksNumbersID: 'marksNumbersId',
  QuantityQuantity: 'quantity',
  TypeCode: 'typeCode',
  PackingMaterialDescription: 'packingMaterialDescription',
  LengthMeasure: 'lengthMeasure',
  WidthMeasure: 'widthMeasure',
  HeightMeasure: 'heightMeasure',
  VolumeMeasure: 'volumeMeasure',
});
