import type {
  AdditionalDocument,
  AdditionalInformation,
  Address,
  Amendment,
  Amount,
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
  EventSource,
  GoodsLocation,
  GovernmentProcedure,
  Invoice,
  ItineraryStop,
  Measure,
  ObligationGuarantee,
  Office,
  Origin,
  OtherElement,
  Packaging,
  Party,
  Pointer,
  PreviousDocument,
  RequestMessage,
  Seal,
  TradeTerms,
  TransportContractDocument,
  TransportEquipment,
  TransportMeans,
  Warehouse,
  WriteOff,
} from './declaration-event.ts';
import {
  code,
  count,
  country,
  currency,
  decimal,
  type Fields,
  instant,
  listed,
  many,
  must,
  numbers,
  one,
  sequence,
  text,
  unit,
} from './field.ts';

/** The parts of a declaration, field by field. */
export const AMOUNT: Fields<Amount> = { value: must(decimal), currencyId: currency };
export const MEASURE: Fields<Measure> = { value: must(decimal), unitCode: unit };
const ADDRESS: Fields<Address> = {
  typeCode: listed,
  line: text,
  cityName: text,
  countrySubDivisionCode: listed,
  countrySubDivisionName: text,
  postcodeId: code,
  countryCode: country,
};
const COMMUNICATION: Fields<Communication> = { id: code, typeCode: listed };
export const PARTY: Fields<Party> = {
  id: listed,
  name: text,
  functionCode: listed,
  roleCode: listed,
  address: one(ADDRESS),
  contactName: text,
  communications: many(COMMUNICATION),
};
export const AUTHORISATION_HOLDER: Fields<AuthorisationHolder> = { id: listed, categoryCode: listed };
export const AUTHENTICATION: Fields<Authentication> = { authentication: code, authenticatorName: text };
const WRITE_OFF: Fields<WriteOff> = { quantity: one(MEASURE), amount: one(AMOUNT) };
export const ADDITIONAL_DOCUMENT: Fields<AdditionalDocument> = {
  sequenceNumber: sequence,
  categoryCode: listed,
  typeCode: listed,
  id: code,
  name: text,
  lpcoExemptionCode: listed,
  issueDateTime: instant,
  effectiveDateTime: instant,
  expirationDateTime: instant,
  submitterName: text,
  submitterRoleCode: listed,
  writeOff: one(WRITE_OFF),
};
const POINTER: Fields<Pointer> = { sequenceNumber: sequence, documentSectionCode: listed, tagId: listed };
export const ADDITIONAL_INFORMATION: Fields<AdditionalInformation> = {
  sequenceNumber: sequence,
  statementCode: listed,
  statementDescription: text,
  statementTypeCode: listed,
  limitDateTime: text,
  pointers: many(POINTER),
};
export const AMENDMENT: Fields<Amendment> = { changeReasonCode: listed, pointers: many(POINTER) };
export const TRANSPORT_MEANS: Fields<TransportMeans> = {
  id: code,
  name: text,
  typeCode: listed,
  identificationTypeCode: listed,
  registrationNationalityCode: country,
  modeCode: listed,
};
export const CURRENCY_EXCHANGE: Fields<CurrencyExchange> = { currencyTypeCode: currency, rateNumeric: decimal };
export const OFFICE: Fields<Office> = { id: must(listed) };
const ITINERARY_STOP: Fields<ItineraryStop> = { sequenceNumber: sequence, id: listed, routingCountryCode: country };
const SEAL: Fields<Seal> = { sequenceNumber: sequence, id: code };
export const TRANSPORT_EQUIPMENT: Fields<TransportEquipment> = {
  sequenceNumber: sequence,
  id: listed,
  seals: many(SEAL, 9_999),
};
const GOODS_LOCATION: Fields<GoodsLocation> = { id: code, name: text, typeCode: listed, address: one(ADDRESS) };
const TRANSPORT_CONTRACT_DOCUMENT: Fields<TransportContractDocument> = {
  sequenceNumber: sequence,
  id: code,
  typeCode: listed,
};
export const CONSIGNMENT: Fields<Consignment> = {
  containerCode: listed,
  carrier: one(PARTY),
  freightPaymentMethodCode: listed,
  itineraries: many(ITINERARY_STOP),
  arrivalTransportMeans: one(TRANSPORT_MEANS),
  departureTransportMeans: one(TRANSPORT_MEANS),
  goodsLocation: one(GOODS_LOCATION),
  loadingLocation: one(GOODS_LOCATION),
  unloadingLocation: one(GOODS_LOCATION),
  transportEquipments: many(TRANSPORT_EQUIPMENT, 9_999),
  transportContractDocuments: many(TRANSPORT_CONTRACT_DOCUMENT),
  consignmentItems: numbers,
};
export const OBLIGATION_GUARANTEE: Fields<ObligationGuarantee> = {
  id: code,
  referenceId: code,
  securityDetailsCode: listed,
  accessCode: code,
  amount: one(AMOUNT),
  guaranteeOfficeId: listed,
};
export const PREVIOUS_DOCUMENT: Fields<PreviousDocument> = {
  sequenceNumber: sequence,
  categoryCode: listed,
  id: code,
  typeCode: listed,
  lineNumeric: sequence,
};
const CHARGE_DEDUCTION: Fields<ChargeDeduction> = { chargesTypeCode: listed, amount: one(AMOUNT) };
export const CUSTOMS_VALUATION: Fields<CustomsValuation> = {
  methodCode: listed,
  freightChargeAmount: one(AMOUNT),
  chargeDeductions: many(CHARGE_DEDUCTION),
};
export const TRADE_TERMS: Fields<TradeTerms> = {
  conditionCode: listed,
  countryRelationshipCode: listed,
  countryCode: country,
  description: text,
  locationId: listed,
  locationName: text,
};
export const INVOICE: Fields<Invoice> = { id: code, issueDateTime: instant };
export const WAREHOUSE: Fields<Warehouse> = { id: code, typeCode: listed };
export const CLASSIFICATION: Fields<Classification> = {
  id: listed,
  nameCode: listed,
  bindingTariffReferenceId: code,
  identificationTypeCode: listed,
};
export const DUTY_TAX_FEE: Fields<DutyTaxFee> = {
  typeCode: listed,
  dutyRegimeCode: listed,
  quotaOrderId: listed,
  taxRateNumeric: decimal,
  adValoremTaxBaseAmount: one(AMOUNT),
  specificTaxBaseQuantity: one(MEASURE),
  deductAmount: one(AMOUNT),
  paymentMethodCode: listed,
  paymentReferenceId: code,
  taxAssessedAmount: one(AMOUNT),
  paymentAmount: one(AMOUNT),
};
export const DANGEROUS_GOODS: Fields<DangerousGoods> = { undgId: listed };
export const GOVERNMENT_PROCEDURE: Fields<GovernmentProcedure> = { currentCode: listed, previousCode: listed };
export const ORIGIN: Fields<Origin> = { regionId: code, countryCode: country, typeCode: listed };
export const PACKAGING: Fields<Packaging> = {
  sequenceNumber: sequence,
  marksNumbersId: text,
  packingMaterialDescription: text,
  lengthMeasure: one(MEASURE),
  widthMeasure: one(MEASURE),
  heightMeasure: one(MEASURE),
  volumeMeasure: one(MEASURE),
  quantity: count,
  typeCode: listed,
};
export const REQUEST_MESSAGE: Fields<RequestMessage> = {
  functionCode: listed,
  functionalReferenceId: code,
  typeCode: listed,
};
export const EVENT_SOURCE: Fields<EventSource> = {
  format: code,
  elements: { kind: 'integer', min: 0, max: 100_000_000, required: false },
};
export const OTHER_ELEMENT: Fields<OtherElement> = {
  path: must({ ...text, max: 20_000 }),
  value: must({ ...text, max: 100_000 }),
  alsoIn: code,
};
