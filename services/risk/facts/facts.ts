import type { Day } from '../declaration/day.ts';
import type { DecimalText, ExactDecimal } from '../declaration/decimal-text.ts';
import type { Amount, DeclarationEvent } from '../declaration/declaration-event.ts';
import type { Instant } from '../declaration/instant.ts';
import type { EmbargoMatch } from '../embargo/embargo.ts';
import type { Lane } from '../lanes/lane.ts';
import type { ReferredCase } from '../messages/referral.ts';
import type { Known } from './known.ts';
import type { ModelAnswer } from './model-answer.ts';
import type { PartyFact } from './party-fact.ts';

/**
 * How facts go on record: 1 whole, as they were judged; 2 without what the edition that judged holds, which is looked up in it again.
 * Recorded with every assessment, so that old facts are read by their own rules.
 */
export type FactsSchema = 1 | 2;
export const WHOLE_FACTS = 1 satisfies FactsSchema;
export const FACTS_BY_EDITION = 2 satisfies FactsSchema;

/** Everything that a decision is made from, besides the policy. Plain JSON, which is what is recorded of it (`recordFacts`). */
export interface Facts {
  readonly schema: FactsSchema;
  readonly event: DeclarationEvent;
  readonly asOf: AsOf;
  /** When the record arrived; what "now" is to the decision. */
  readonly arrivedAt: Instant;
  readonly authority: Authority;
  /** What this stream saw of the same declaration before this event. */
  readonly prior: Known<PriorEvents>;
  /** The trader's history: exporter for exports, importer for imports. */
  readonly trader: Known<TraderHistory>;
  /** Every country named in the event (dispatch, destination, itinerary, parties, origins), by ISO 3166-1 alpha-2 code as declared. */
  readonly countries: Readonly<Record<string, Known<Country>>>;
  /** What the parties do for a living; not on records of before it was looked up. */
  readonly parties?: readonly PartyFact[];
  /** One for each goods item, in the order of the event's. */
  readonly items: readonly ItemFacts[];
}

/** The time a declaration is judged by, and where it was taken from. */
export interface AsOf {
  readonly instant: Instant;
  /** Calendar day in the authority's time zone. */
  readonly day: Day;
  readonly source: 'acceptance' | 'event' | 'given' | 'arrival';
}

export interface Authority {
  /** ISO 3166-1 alpha-2: whose tariff the national digits are checked against. */
  readonly country: string;
  /** ISO 4217: currency of unit values and duty. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
}

export interface PriorEvents {
  /** Number of earlier events of this declaration (any type). */
  readonly events: number;
  readonly highestVersion: number;
  readonly cancelled: boolean;
  /** Strictest lane of an earlier assessment; `unknown` where the answer to one of them is not known. */
  readonly lane: Known<Lane>;
  /** The last of them that was put before a person. */
  readonly referred?: ReferredCase;
}

export interface TraderHistory {
  /** Identifier, else normalised name and country. */
  readonly trader: string;
  /** First day that the history covers at all. */
  readonly since: Day;
  readonly total: HistoryCount;
  /** By chapter of this declaration's items, this destination, these consignees; never seen is a count of zero. */
  readonly chapters: Readonly<Record<string, HistoryCount>>;
  readonly destinations: Readonly<Record<string, HistoryCount>>;
  readonly consignees: Readonly<Record<string, HistoryCount>>;
  /** The consignee seen with any trader at all. */
  readonly consigneesAnywhere: Readonly<Record<string, HistoryCount>>;
}

export interface HistoryCount {
  readonly declarations: number;
  readonly referrals: number;
  /** Inspections that found something. */
  readonly hits: number;
  readonly firstSeen?: Day;
  readonly lastSeen?: Day;
}

export interface ItemFacts {
  readonly sequenceNumber: number;
  /** The code's first six digits against the HS edition in force on the day. */
  readonly subheading: Known<Subheading>;
  /** The whole code against the authority's own tariff. */
  readonly tariffLine: Known<TariffLine>;
  /** Controls that attach to the code, for the direction of the declaration. */
  readonly controls: Known<readonly ControlMeasure[]>;
  readonly highPriority: Known<HighPriority>;
  /** Embargoes that meet the item on its way; absent in facts recorded before they were looked up. */
  readonly embargoes?: Known<readonly EmbargoMatch[]>;
  /** What goods of this code usually cost and weigh. */
  readonly usual: Known<UsualRatios>;
  /** Duties by origin that imported goods may be under, whatever their origin; only where a list of such duties is loaded. */
  readonly originDuties?: Known<readonly OriginDuty[]>;
  /** Rates to the authority's currency for every currency stated on the item, by ISO 4217 code. */
  readonly exchangeRates: Readonly<Record<string, Known<ExchangeRate>>>;
  /** One for each additional document of the item (and of the header), in order. */
  readonly documents: readonly DocumentFact[];
  readonly models: readonly ModelAnswer[];
  /** Only where a model finds another code likelier than the declared one. */
  readonly likely?: LikelyCode;
}

/** What the reference data say of the code that the goods more likely have, beside the declared one. */
export interface LikelyCode {
  /** As the model names it: 6 digits. */
  readonly code: string;
  readonly duty: Known<DutyRange>;
  readonly declaredDuty: Known<DutyRange>;
  /** The same on other subheadings of its heading that the words speak for as well; where there are any. */
  readonly otherControls?: readonly ControlMeasure[];
  /** Controls on the likely code, for the direction of the declaration. */
  readonly controls: Known<readonly ControlMeasure[]>;
}

/** Duty on imported goods of one origin under a code, from its lowest to its highest line, additional duties included: percent of the value. */
export interface DutyRange {
  readonly lowest: ExactDecimal;
  readonly highest: ExactDecimal;
}

export interface Subheading {
  readonly code: string;
  readonly edition: '2017' | '2022';
  /** Codes of the other edition that this one is correlated with, where it moved. */
  readonly correlated: readonly string[];
  /** What the heading (first four digits) is called, shortened; for people. */
  readonly headingTitle?: string;
}

export interface TariffLine {
  readonly country: string;
  /** The declared code, as far as the tariff goes. */
  readonly code: string;
  readonly description?: string;
  readonly duty: DutyRate;
  /**
   * Supplementary units that the tariff asks for whatever the further digits are, UN/ECE Rec. 20; empty where none.
   * Net mass in kilograms is no supplementary unit: it is declared of its own.
   */
  readonly supplementaryUnits: readonly string[];
  /** Duty on top for goods of these origins (in the US: section 301); absent where none is loaded. */
  readonly additionalDuties?: readonly AdditionalDuty[];
}

export interface AdditionalDuty {
  /** Legal provision, "9903.88.03". */
  readonly id: string;
  /** ISO 3166-1 alpha-2 countries of origin it falls on. */
  readonly origins: readonly string[];
  readonly duty: DutyRate;
}

export type DutyRate =
  | { readonly kind: 'free' }
  | { readonly kind: 'adValorem'; readonly percent: ExactDecimal }
  | { readonly kind: 'specific'; readonly amount: RateAmount; readonly per: string }
  | { readonly kind: 'compound'; readonly percent: ExactDecimal; readonly amount: RateAmount; readonly per: string }
  /** The tariff has a rate that is not one of these: its own text, for people. */
  | { readonly kind: 'other'; readonly text: string };

/** Of duty for one of a unit. */
export interface RateAmount {
  readonly value: ExactDecimal;
  /** ISO 4217. */
  readonly currencyId?: string;
}

/** A duty that falls on goods of some origins only. */
export interface OriginDuty {
  /** Case, regulation or provision: "A-570-918". */
  readonly id: string;
  readonly kind: 'antiDumping' | 'countervailing' | 'safeguard' | 'additional';
  /** The goods, for people. */
  readonly title: string;
  readonly legalBasis: string;
  /** As published, for people; absent where it depends on the producer. */
  readonly rate?: string;
  /** ISO 3166-1 alpha-2. */
  readonly origins: readonly string[];
  /** Words or phrases in lower case, one of which is in a description of goods in scope; none where the code alone decides. */
  readonly words: readonly string[];
  /** `code`: the code is one of those that the measure names. `chapter`: another one of the same chapter, so that only its words could bring goods into scope. */
  readonly reach: 'code' | 'chapter';
}

export interface ControlMeasure {
  readonly id: string;
  readonly title: string;
  /** What it protects: "firearms", "dual-use", "wildlife" …; documents that answer it state the same subject. */
  readonly subject: string;
  /** `always`: everything under the code is controlled. `possible`: some goods of the code are, the description decides. */
  readonly certainty: 'always' | 'possible';
  /** `high`: goods whose possible control weighs alone, such as sights for arms. */
  readonly concern?: 'high';
  readonly legalBasis: string;
  /** Document codes ("X002") any of which answers the control. */
  readonly documentCodes: readonly string[];
  /** Document or status codes by which a declarant may say that the goods are not controlled. */
  readonly waiverCodes: readonly string[];
}

export interface HighPriority {
  readonly tier: string;
  readonly description: string;
}

/** Robust statistics of the natural logarithm of a ratio among similar goods. */
export interface UsualRatios {
  readonly unitValue: Known<UsualRatio>;
  /** One for each supplementary unit that was found with such goods: "KGM/NAR"; never empty. */
  readonly massPerUnit: Known<readonly UsualRatio[]>;
  /** One for each unit that such goods were counted in: "GBP/NAR"; never empty. Absent from records of earlier releases. */
  readonly valuePerUnit?: Known<readonly UsualRatio[]>;
}

export interface UsualRatio {
  /** What the ratio is of: currency per kilogram ("GBP/KGM"), kilogram per supplementary unit ("KGM/NAR"). */
  readonly unit: string;
  /** Where in the nomenclature enough goods were found: eight digits down to a chapter. */
  readonly level: 'HS8' | 'HS6' | 'HS4' | 'HS2';
  readonly code: string;
  readonly medianLog: number;
  /** Median absolute deviation of the logarithm. */
  readonly madLog: number;
  readonly count: number;
  /** Where the ratio comes from statistics of trade elsewhere, and not from declarations on record. */
  readonly statistics?: UsualStatistics;
}

/** Statistics of trade elsewhere: how a ratio lies in them, and how well they are known to fit. */
export interface UsualStatistics {
  /** For inspectors: "old import statistics, scaled". */
  readonly inWords: string;
  /** Standard deviation of the logarithm by which the median may lie beside the trade of today. */
  readonly uncertainty: number;
  /** Logarithms of the 10th and the 90th percentile. */
  readonly lowLog: number;
  readonly highLog: number;
}

export interface ExchangeRate {
  /** Units of the authority's currency for one unit of this one. */
  readonly rate: ExactDecimal;
  readonly day: Day;
}

/** A country as the route rules need it. */
export interface Country {
  /** ISO 3166-1 alpha-2, or a code that customs use beside it ("XI"). */
  readonly code: string;
  readonly name: string;
  /** Of UN M49: "Western Asia". */
  readonly region: string;
  /** Rough middle, degrees; absent for codes without a place ("QU"). */
  readonly position?: { readonly latitude: number; readonly longitude: number };
  /** Customs union whose inner borders goods pass freely: "EU", "EAEU", "GCC", "SACU", "CH-LI" …. */
  readonly customsUnion?: string;
  /** Present where the country is a well-known transshipment hub or diversion point. */
  readonly hub?: Hub;
}

export interface Hub {
  /** `transit`: most goods that pass are in honest transit. `diversion`: named by an authority as a place where controlled goods change their destination. */
  readonly kind: 'transit' | 'diversion';
  /** Of diversion points: `high` where goods that are on no list change their destination too; `named` where most trade is honest. Older snapshots do not say. */
  readonly concern?: 'high' | 'named';
  readonly basis: string;
  /** Free zones and ports that matter, for people. */
  readonly zones: readonly string[];
}

export interface DocumentFact {
  readonly level: 'item' | 'header';
  /** Position in `additionalDocuments` of its level, from 0. */
  readonly index: number;
  /** Category and type: "X002". */
  readonly code: string;
  readonly kind: Known<DocumentKind>;
  /** What the register says of the cited id; only where the document is a licence. */
  readonly licence?: Known<Licence>;
  /** What the ledger answered to the write-off stated here; only where one is stated. */
  readonly writeOff?: Known<WriteOffAnswer>;
}

export interface DocumentKind {
  /** `licence` and `permit` are looked up in the register; the others are not. */
  readonly kind: 'licence' | 'permit' | 'certificate' | 'other';
  readonly title: string;
  /** What it is for, in the words of `ControlMeasure.subject`; absent where it answers no control. */
  readonly subject?: string;
}

export type LicenceStatus =
  'issued' | 'suspended' | 'revoked' | 'expired' | 'exhausted' | 'surrendered' | 'unrecognised';

export interface Licence {
  readonly id: string;
  readonly status: LicenceStatus;
  readonly holderId?: string;
  readonly holderName?: string;
  readonly validFrom?: Day;
  /** Inclusive. */
  readonly validTo?: Day;
  readonly lines: readonly LicenceLine[];
  /** Sequence number of the register's last change to this licence. */
  readonly revision: number;
}

export interface LicenceLine {
  readonly line: number;
  /** Commodity code or the beginning of one; a line may name a control entry instead. */
  readonly commodityCode?: string;
  readonly controlEntry?: string;
  /** ISO 3166-1 alpha-2; empty where any destination is covered. */
  readonly destinations: readonly string[];
  readonly endUser?: string;
  readonly quantity?: DecimalText;
  readonly unit?: string;
  readonly value?: Amount;
}

export interface WriteOffAnswer {
  readonly enough: 'yes' | 'no' | 'undetermined';
  /** What was left on the line before this write-off, where the register states a quantity. */
  readonly remaining?: DecimalText;
  readonly unit?: string;
}
