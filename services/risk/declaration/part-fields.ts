import type {
  AdditionalDocument, AdditionalInformation, Address, Amendment, Amount, Authentication, AuthorisationHolder, Classification, Communication, Consignment,
  CurrencyExchange, CustomsValuation, DangerousGoods, DutyTaxFee, ChargeDeduction, EventSource, GoodsLocation, GovernmentProcedure, Invoice, ItineraryStop, Measure, ObligationGuarantee,
  Office, Origin, OtherElement, Packaging, Party, Pointer, PreviousDocument, RequestMessage, Seal, TradeTerms, TransportContractDocument, TransportEquipment, TransportMeans, Warehouse, WriteOff,
} from './declaration-event.ts';
import { code, count, country, currency, decimal, instant, many, must, numbers, one, sequence, text, type Fields } from './field.ts';

/** The parts of a declaration, field by field. */
export const AMOUNT: Fields<Amount> = { value: must(decimal), currencyId: currency };
export const MEASURE: Fields<Measure> = { value: must(decimal), unitCode: code };
const ADDRESS: Fields<Address> = {
  typeCode: code, line: text, cityName: text, countrySubDivisionCode: code, countrySubDivisionName: text, postcodeId: code, countryCode: country,
};
const COMMUNICATION: Fields<Communication> = { id: code, typeCode: code };
export const PARTY: Fields<Party> = {
  id: code, name: text, functionCode: code, roleCode: code, address: one(ADDRESS), contactName: text, communications: many(COMMUNICATION),
};
export const AUTHORISATION_HOLDER: Fields<AuthorisationHolder> = { id: code, categoryCode: code };
export const AUTHENTICATION: Fields<Authentication> = { authentication: code, authenticatorName: text };
const WRITE_OFF: Fields<WriteOff> = { quantity: one(MEASURE), amount: one(AMOUNT) };
export const ADDITIONAL_DOCUMENT: Fields<AdditionalDocument> = {
  sequenceNumber: sequence, categoryCode: code, typeCode: code, id: code, name: text, lpcoExemptionCode: code, issueDateTime: instant,
  effectiveDateTime: instant, expirationDateTime: instant, submitterName: text, submitterRoleCode: code, writeOff: one(WRITE_OFF),
};
const POINTER: Fields<Pointer> = { sequenceNumber: sequence, documentSectionCode: code, tagId: code };
export const ADDITIONAL_INFORMATION: Fields<AdditionalInformation> = {
  sequenceNumber: sequence, statementCode: code, statementDescription: text, statementTypeCode: code, limitDateTime: text, pointers: many(POINTER),
};
export const AMENDMENT: Fields<Amendment> = { changeReasonCode: code, pointers: many(POINTER) };
export const TRANSPORT_MEANS: Fields<TransportMeans> = {
  id: code, name: text, typeCode: code, identificationTypeCode: code, registrationNationalityCode: country, modeCode: code,
};
export const CURRENCY_EXCHANGE: Fields<CurrencyExchange> = { currencyTypeCode: currency, rateNumeric: decimal };
export const OFFICE: Fields<Office> = { id: must(code) };
const ITINERARY_STOP: Fields<ItineraryStop> = { sequenceNumber: sequence, id: code, routingCountryCode: country };
const SEAL: Fields<Seal> = { sequenceNumber: sequence, id: code };
export const TRANSPORT_EQUIPMENT: Fields<TransportEquipment> = { sequenceNumber: sequence, id: code, seals: many(SEAL, 9_999) };
const GOODS_LOCATION: Fields<GoodsLocation> = { id: code, name: text, typeCode: code, address: one(ADDRESS) };
const TRANSPORT_CONTRACT_DOCUMENT: Fields<TransportContractDocument> = { sequenceNumber: sequence, id: code, typeCode: code };
export const CONSIGNMENT: Fields<Consignment> = {
  containerCode: code, carrier: one(PARTY), freightPaymentMethodCode: code, itineraries: many(ITINERARY_STOP), arrivalTransportMeans: one(TRANSPORT_MEANS),
  departureTransportMeans: one(TRANSPORT_MEANS), goodsLocation: one(GOODS_LOCATION), loadingLocation: one(GOODS_LOCATION), unloadingLocation: one(GOODS_LOCATION),
  transportEquipments: many(TRANSPORT_EQUIPMENT, 9_999), transportContractDocuments: many(TRANSPORT_CONTRACT_DOCUMENT), consignmentItems: numbers,
};
export const OBLIGATION_GUARANTEE: Fields<ObligationGuarantee> = {
  id: code, referenceId: code, securityDetailsCode: code, accessCode: code, amount: one(AMOUNT), guaranteeOfficeId: code,
};
export const PREVIOUS_DOCUMENT: Fields<PreviousDocument> = { sequenceNumber: sequence, categoryCode: code, id: code, typeCode: code, lineNumeric: sequence };
const CHARGE_DEDUCTION: Fields<ChargeDeduction> = { chargesTypeCode: code, amount: one(AMOUNT) };
export const CUSTOMS_VALUATION: Fields<CustomsValuation> = { methodCode: code, freightChargeAmount: one(AMOUNT), chargeDeductions: many(CHARGE_DEDUCTION) };
export const TRADE_TERMS: Fields<TradeTerms> = {
  conditionCode: code, countryRelationshipCode: code, countryCode: country, description: text, locationId: code, locationName: text,
};
export const INVOICE: Fields<Invoice> = { id: code, issueDateTime: instant };
export const WAREHOUSE: Fields<Warehouse> = { id: code, typeCode: code };
export const CLASSIFICATION: Fields<Classification> = { id: code, nameCode: code, bindingTariffReferenceId: code, identificationTypeCode: code };
export const DUTY_TAX_FEE: Fields<DutyTaxFee> = {
  typeCode: code, dutyRegimeCode: code, quotaOrderId: code, taxRateNumeric: decimal, adValoremTaxBaseAmount: one(AMOUNT), specificTaxBaseQuantity: one(MEASURE),
  deductAmount: one(AMOUNT), paymentMethodCode: code, paymentReferenceId: code, taxAssessedAmount: one(AMOUNT), paymentAmount: one(AMOUNT),
};
export const DANGEROUS_GOODS: Fields<DangerousGoods> = { undgId: code };
export const GOVERNMENT_PROCEDURE: Fields<GovernmentProcedure> = { currentCode: code, previousCode: code };
export const ORIGIN: Fields<Origin> = { regionId: code, countryCode: country, typeCode: code };
export const PACKAGING: Fields<Packaging> = {
  sequenceNumber: sequence, marksNumbersId: text, packingMaterialDescription: text, lengthMeasure: one(MEASURE), widthMeasure: one(MEASURE), heightMeasure: one(MEASURE),
  volumeMeasure: one(MEASURE), quantity: count, typeCode: code,
};
export const REQUEST_MESSAGE: Fields<RequestMessage> = { functionCode: code, functionalReferenceId: code, typeCode: code };
export const EVENT_SOURCE: Fields<EventSource> = { format: code, elements: { kind: 'integer', min: 0, max: 100_000_000, required: false } };
export const OTHER_ELEMENT: Fields<OtherElement> = { path: must({ ...text, max: 20_000 }), value: must({ ...text, max: 100_000 }), alsoIn: code };
