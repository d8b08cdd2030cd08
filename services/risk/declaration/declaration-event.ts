/**
 * The declaration event: what a customs system publishes on `customs.declarations`.
 *
 * Names and nesting follow the WCO Data Model 3.6 in lowerCamel; a repeated element has a plural name. Two things differ:
 * `GovernmentAgencyGoodsItem` stands at the top as `goodsItems`, and `Declaration/ID` (the MRN) is `declarationId`.
 *
 * Absent is `undefined`, never an empty string. Decimals are normalised strings (`DecimalText`), times ISO 8601 UTC.
 */

import type { Unchecked } from './checked.ts';
import type { CountryCode } from './country-code.ts';
import type { DecimalText } from './decimal-text.ts';
import type { Instant } from './instant.ts';

export type EventType = 'lodged' | 'amended' | 'cancelled' | 'exited' | 'reassess' | 'unrecognised';

/** Whether the event carries the whole declaration, or (`partial`) an amendment's change set whose base is not known: unstated fields are unknown. `unrecognised`, a word of a later version, is taken as `partial`. */
export type Completeness = 'whole' | 'partial' | 'unrecognised';

export interface DeclarationEvent extends DeclarationHeader {
  /** UUIDv5 of declaration id, event type, version and cause (see identity). */
  readonly eventId: string;
  readonly eventType: EventType;
  /** MRN; before one is known `LRN:<declarant>:<LRN>`. */
  readonly declarationId: string;
  /** Version of the declaration, from 1. */
  readonly version: number;
  /** Why a `reassess` was asked for; the reason of a cancellation; which change an amendment makes, where its version was only counted. */
  readonly cause?: string;
  /** When the source system says that the event happened. */
  readonly occurredAt?: Instant;
  readonly completeness: Completeness;
  /** The message that brought the event, where it is not the declaration itself: an amendment, a cancellation, an exit result. */
  readonly message?: RequestMessage;
  /** Which reader made the event, and how much it read; absent in events of systems that publish them themselves and do not say. */
  readonly source?: EventSource;
  /** Elements of the source that have no field here, so that nothing is lost on the way. */
  readonly otherElements: readonly OtherElement[];
}

/** An event before it is checked: as it was decoded, or as somebody wrote it down. `validate` makes it a declaration event. */
export type UncheckedEvent = Unchecked<DeclarationEvent>;

export interface EventSource {
  /** Form of the message: "WCO-GB", "JSON", "CSV" and others. */
  readonly format?: string;
  /** Elements of the message that hold a value, those among otherElements included. */
  readonly elements?: number;
}

/** What an amendment or cancellation says of itself; the header keeps what the declaration says. */
export interface RequestMessage {
  /** 13 request, 16 exit result, 10 invalidation. */
  readonly functionCode?: string;
  readonly functionalReferenceId?: string;
  /** COR amendment, INV cancellation, GPN goods presentation. */
  readonly typeCode?: string;
}

export interface OtherElement {
  /** WCO names from Declaration down, repeated ones counted from 1, attributes with @: "GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/ValueAmount/@currencyID". */
  readonly path: string;
  /** Its text, as it stood. */
  readonly value: string;
  /** The field that holds it too, where it is kept only because the field does not say all: "goodsItems". */
  readonly alsoIn?: string;
}

export interface DeclarationHeader {
  readonly functionCode?: string;
  /** The trader's own reference (LRN). */
  readonly functionalReferenceId?: string;
  /** "IMA", "EXD" …: first two letters the direction, third the additional type. */
  readonly typeCode?: string;
  readonly procedureCategory?: string;
  readonly acceptanceDateTime?: Instant;
  readonly issueDateTime?: Instant;
  /** UN/LOCODE. */
  readonly issueLocationId?: string;
  /** XML name SpecificCircumstancesCodeCode: "A20" express consignments … */
  readonly specificCircumstancesCode?: string;
  readonly authentication?: Authentication;
  readonly loadingListQuantity?: DecimalText;
  readonly goodsItemQuantity?: DecimalText;
  readonly totalPackageQuantity?: DecimalText;
  readonly totalGrossMassMeasure?: Measure;
  readonly invoiceAmount?: Amount;
  readonly declarant?: Party;
  readonly agent?: Party;
  readonly exporter?: Party;
  readonly submitter?: Party;
  readonly authorisationHolders: readonly AuthorisationHolder[];
  readonly additionalDocuments: readonly AdditionalDocument[];
  readonly additionalInformations: readonly AdditionalInformation[];
  readonly amendments: readonly Amendment[];
  readonly borderTransportMeans?: TransportMeans;
  readonly currencyExchanges: readonly CurrencyExchange[];
  /** Declaration/Consignment: carrier, freight, itinerary. */
  readonly consignment?: Consignment;
  readonly declarationOffice?: Office;
  readonly exitOffice?: Office;
  readonly presentationOffice?: Office;
  readonly supervisingOffice?: Office;
  readonly obligationGuarantees: readonly ObligationGuarantee[];
  readonly goodsShipment?: GoodsShipment;
  readonly goodsItems: readonly GoodsItem[];
}

export interface Authentication {
  readonly authentication?: string;
  readonly authenticatorName?: string;
}

export interface Amount {
  readonly value: DecimalText;
  /** ISO 4217. */
  readonly currencyId?: string;
}

export interface Measure {
  readonly value: DecimalText;
  /** UN/ECE Recommendation 20, with a qualifier where there is one ("KGM#G"). */
  readonly unitCode?: string;
}

export interface Address {
  readonly typeCode?: string;
  readonly line?: string;
  readonly cityName?: string;
  readonly countrySubDivisionCode?: string;
  readonly countrySubDivisionName?: string;
  readonly postcodeId?: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: CountryCode;
}

export interface Party {
  readonly id?: string;
  readonly name?: string;
  /** Agent: 2 direct, 3 indirect representation. */
  readonly functionCode?: string;
  /** DomesticDutyTaxParty, AEOMutualRecognitionParty: role. */
  readonly roleCode?: string;
  readonly address?: Address;
  readonly contactName?: string;
  readonly communications: readonly Communication[];
}

export interface Communication {
  readonly id?: string;
  readonly typeCode?: string;
}

export interface AuthorisationHolder {
  readonly id?: string;
  readonly categoryCode?: string;
}

export interface WriteOff {
  readonly quantity?: Measure;
  readonly amount?: Amount;
}

export interface AdditionalDocument {
  readonly sequenceNumber?: number;
  readonly categoryCode?: string;
  /** Three digits or letters; category + type is the document code ("X002", "N935"). */
  readonly typeCode?: string;
  readonly id?: string;
  readonly name?: string;
  /** Document status ("AC", "EE") or exemption code: LPCOExemptionCode. */
  readonly lpcoExemptionCode?: string;
  readonly issueDateTime?: Instant;
  readonly effectiveDateTime?: Instant;
  readonly expirationDateTime?: Instant;
  readonly submitterName?: string;
  readonly submitterRoleCode?: string;
  readonly writeOff?: WriteOff;
}

export interface AdditionalInformation {
  readonly sequenceNumber?: number;
  readonly statementCode?: string;
  readonly statementDescription?: string;
  readonly statementTypeCode?: string;
  readonly limitDateTime?: string;
  readonly pointers: readonly Pointer[];
}

export interface Pointer {
  readonly sequenceNumber?: number;
  readonly documentSectionCode?: string;
  readonly tagId?: string;
}

export interface Amendment {
  readonly changeReasonCode?: string;
  readonly pointers: readonly Pointer[];
}

export interface TransportMeans {
  readonly id?: string;
  readonly name?: string;
  readonly typeCode?: string;
  readonly identificationTypeCode?: string;
  readonly registrationNationalityCode?: CountryCode;
  /** UN/ECE Recommendation 19: 1 sea, 2 rail, 3 road, 4 air, 5 mail, 7 fixed, 8 inland water. */
  readonly modeCode?: string;
}

export interface CurrencyExchange {
  readonly currencyTypeCode?: string;
  readonly rateNumeric?: DecimalText;
}

export interface Office {
  readonly id: string;
}

export interface ItineraryStop {
  readonly sequenceNumber?: number;
  /** UN/LOCODE, where one is stated. */
  readonly id?: string;
  readonly routingCountryCode?: CountryCode;
}

export interface Seal {
  readonly sequenceNumber?: number;
  readonly id?: string;
}

export interface TransportEquipment {
  readonly sequenceNumber?: number;
  readonly id?: string;
  readonly seals: readonly Seal[];
}

export interface GoodsLocation {
  readonly id?: string;
  readonly name?: string;
  readonly typeCode?: string;
  readonly address?: Address;
}

export interface TransportContractDocument {
  readonly sequenceNumber?: number;
  readonly id?: string;
  readonly typeCode?: string;
}

export interface Consignment {
  readonly containerCode?: string;
  readonly carrier?: Party;
  readonly freightPaymentMethodCode?: string;
  readonly itineraries: readonly ItineraryStop[];
  readonly arrivalTransportMeans?: TransportMeans;
  readonly departureTransportMeans?: TransportMeans;
  readonly goodsLocation?: GoodsLocation;
  readonly loadingLocation?: GoodsLocation;
  readonly unloadingLocation?: GoodsLocation;
  readonly transportEquipments: readonly TransportEquipment[];
  /** Bills of lading, air waybills … */
  readonly transportContractDocuments: readonly TransportContractDocument[];
  /** Sequence numbers of ConsignmentItem. */
  readonly consignmentItems: readonly number[];
}

export interface ObligationGuarantee {
  readonly id?: string;
  readonly referenceId?: string;
  readonly securityDetailsCode?: string;
  readonly accessCode?: string;
  readonly amount?: Amount;
  readonly guaranteeOfficeId?: string;
}

export interface PreviousDocument {
  readonly sequenceNumber?: number;
  readonly categoryCode?: string;
  readonly id?: string;
  readonly typeCode?: string;
  readonly lineNumeric?: number;
}

export interface ChargeDeduction {
  readonly chargesTypeCode?: string;
  readonly amount?: Amount;
}

export interface CustomsValuation {
  readonly methodCode?: string;
  readonly freightChargeAmount?: Amount;
  readonly chargeDeductions: readonly ChargeDeduction[];
}

export interface TradeTerms {
  /** Incoterms. */
  readonly conditionCode?: string;
  readonly countryRelationshipCode?: string;
  readonly countryCode?: CountryCode;
  readonly description?: string;
  readonly locationId?: string;
  readonly locationName?: string;
}

export interface Invoice {
  readonly id?: string;
  readonly issueDateTime?: Instant;
}

export interface Warehouse {
  readonly id?: string;
  readonly typeCode?: string;
}

/** The parts of a shipment that WCO places at GoodsShipment level, at item level, or at both. */
export interface ShipmentParts {
  readonly transactionNatureCode?: string;
  readonly ucrId?: string;
  readonly ucrTraderAssignedReferenceId?: string;
  readonly consignor?: Party;
  readonly consignee?: Party;
  readonly importer?: Party;
  readonly exporter?: Party;
  readonly buyer?: Party;
  readonly seller?: Party;
  readonly endUser?: Party;
  readonly domesticDutyTaxParties: readonly Party[];
  readonly aeoMutualRecognitionParties: readonly Party[];
  /** Country of destination, ISO 3166-1 alpha-2. */
  readonly destinationCountryCode?: CountryCode;
  readonly destinationRegionId?: string;
  /** Country of dispatch or export, ISO 3166-1 alpha-2. */
  readonly exportCountryId?: CountryCode;
  readonly customsValuation?: CustomsValuation;
  readonly previousDocuments: readonly PreviousDocument[];
}

export interface GoodsShipment extends ShipmentParts {
  readonly exitDateTime?: Instant;
  readonly invoice?: Invoice;
  readonly payers: readonly Party[];
  readonly sureties: readonly Party[];
  readonly consignment?: Consignment;
  readonly tradeTerms?: TradeTerms;
  readonly warehouse?: Warehouse;
}

export interface Classification {
  readonly id?: string;
  readonly nameCode?: string;
  readonly bindingTariffReferenceId?: string;
  /** TSP (8-digit tariff code), TRC (TARIC digits 9–10), TRA (TARIC additional), GN (national additional), SRZ (CUS), HS. */
  readonly identificationTypeCode?: string;
}

export interface DutyTaxFee {
  readonly typeCode?: string;
  readonly dutyRegimeCode?: string;
  readonly quotaOrderId?: string;
  readonly taxRateNumeric?: DecimalText;
  readonly adValoremTaxBaseAmount?: Amount;
  readonly specificTaxBaseQuantity?: Measure;
  readonly deductAmount?: Amount;
  readonly paymentMethodCode?: string;
  readonly paymentReferenceId?: string;
  readonly taxAssessedAmount?: Amount;
  readonly paymentAmount?: Amount;
}

export interface DangerousGoods {
  readonly undgId?: string;
}

export interface Commodity {
  readonly description?: string;
  readonly classifications: readonly Classification[];
  readonly dutyTaxFees: readonly DutyTaxFee[];
  readonly dangerousGoods: readonly DangerousGoods[];
  readonly grossMassMeasure?: Measure;
  readonly netNetWeightMeasure?: Measure;
  /** Supplementary quantity: GoodsMeasure/TariffQuantity. */
  readonly tariffQuantity?: Measure;
  readonly itemChargeAmount?: Amount;
  /** Containers that hold this item. */
  readonly transportEquipments: readonly TransportEquipment[];
}

export interface GovernmentProcedure {
  readonly currentCode?: string;
  readonly previousCode?: string;
}

export interface Origin {
  readonly regionId?: string;
  /** ISO 3166-1 alpha-2; a preferential origin may be a group of countries ("2020"). */
  readonly countryCode?: CountryCode;
  /** 1 country of origin, 2 country of preferential origin. */
  readonly typeCode?: string;
}

export interface Packaging {
  readonly sequenceNumber?: number;
  readonly marksNumbersId?: string;
  readonly packingMaterialDescription?: string;
  readonly lengthMeasure?: Measure;
  readonly widthMeasure?: Measure;
  readonly heightMeasure?: Measure;
  readonly volumeMeasure?: Measure;
  readonly quantity?: DecimalText;
  readonly typeCode?: string;
}

export interface GoodsItem extends ShipmentParts {
  readonly sequenceNumber: number;
  readonly commodity?: Commodity;
  readonly statisticalValueAmount?: Amount;
  readonly customsValueAmount?: Amount;
  readonly governmentProcedures: readonly GovernmentProcedure[];
  readonly origins: readonly Origin[];
  readonly packagings: readonly Packaging[];
  readonly additionalDocuments: readonly AdditionalDocument[];
  readonly additionalInformations: readonly AdditionalInformation[];
  /** ValuationAdjustment/AdditionCode, one each. */
  readonly valuationAdjustments: readonly string[];
  readonly manufacturers: readonly Party[];
  readonly refundRecipientParties: readonly Party[];
  /** How the item travels, where the declaration has several shipments and this one's goes its own way. */
  readonly consignment?: Consignment;
}
