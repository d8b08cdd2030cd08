import type { DecimalText } from '../declaration/decimal-text.ts';
import type {
  Amount,
  EventType,
  GoodsLocation,
  ItineraryStop,
  Measure,
  TransportMeans,
} from '../declaration/declaration-event.ts';
import type { Instant } from '../declaration/instant.ts';
import type { FindingResult, SeenValue, Weight } from '../findings/finding.ts';
import type { Lane } from '../lanes/lane.ts';

/** Why a person must look: the lane asks for it, the goods were cancelled while referred, or the event could not be assessed. */
export type ReferralKind = 'assessed' | 'cancelledAfterReferral' | 'notAssessed' | 'unrecognised';
export type Direction = 'import' | 'export' | 'unrecognised';

/**
 * What `customs.referrals` carries: one case for an inspector, never withdrawn by a later one.
 * Inspector tier: it holds no analyst reasons, no findings of the analyst tier and no names of sources.
 */
export interface Referral {
  /** UUIDv5 of the assessment id (or, not assessed, of the dead letter's id) and "referral". */
  readonly referralId: string;
  readonly kind: ReferralKind;
  /** The last referral of the declaration before it was cancelled; only for kind `cancelledAfterReferral`, where it is known. */
  readonly earlierReferralId?: string;
  /** Absent where the event could not be assessed. */
  readonly assessmentId?: string;
  readonly eventId?: string;
  readonly eventType?: EventType;
  readonly declarationId: string;
  readonly version?: number;
  /** The trader's own reference (LRN). */
  readonly functionalReferenceId?: string;
  readonly lane: Lane;
  readonly score: number;
  readonly raisedAt: Instant;
  /** Until when the inspector should have dealt with it: policy's hours for the lane. How long the customs system waits is its own affair. */
  readonly deadline?: Instant;
  readonly direction: Direction;
  /** Customs office that has to act. */
  readonly officeId?: string;
  readonly declarationOfficeId?: string;
  readonly exitOfficeId?: string;
  readonly goodsLocation?: GoodsLocation;
  readonly transport: ReferralTransport;
  readonly containers: readonly ReferralContainer[];
  /** When the goods are expected to leave (export) or to be released (import). */
  readonly expectedExitOrReleaseAt?: Instant;
  readonly parties: readonly ReferralParty[];
  /** Findings about the declaration as a whole. */
  readonly findings: readonly ReferralFinding[];
  readonly whatToLookFor: readonly string[];
  readonly documentsToAskFor: readonly DocumentRequest[];
  readonly items: readonly ReferralItem[];
  /** Duty at stake over all items, in the authority's currency. */
  readonly dutyAtStake?: Amount;
  /** Why the event could not be assessed; only for kind `notAssessed`. */
  readonly failure?: { readonly code: string; readonly message: string; readonly deadLetterId?: string };
  readonly versions?: { readonly engine: string; readonly policy: string };
}

/** Which office has to act, where the goods are and how they travel. */
export type CaseLogistics = Pick<
  Referral,
  | 'officeId'
  | 'declarationOfficeId'
  | 'exitOfficeId'
  | 'goodsLocation'
  | 'transport'
  | 'containers'
  | 'expectedExitOrReleaseAt'
>;

/** Where a case lies and which goods it is about. */
export type CaseOfGoods = CaseLogistics & Pick<Referral, 'direction' | 'items'>;

/** Which goods they are, in a few words. */
export type ReferredGoods = Pick<ReferralItem, 'sequenceNumber' | 'commodityCode' | 'description'>;

/** What of a referral has to be known again when its goods are cancelled. */
export interface ReferredCase
  extends CaseLogistics, Pick<Referral, 'referralId' | 'functionalReferenceId' | 'direction'> {
  readonly items: readonly ReferredGoods[];
}

export interface ReferralTransport {
  readonly border?: TransportMeans;
  readonly inland?: TransportMeans;
  readonly carrierId?: string;
  readonly carrierName?: string;
  readonly itineraries: readonly ItineraryStop[];
}

export interface ReferralContainer {
  readonly id: string;
  readonly seals: readonly string[];
  /** Sequence numbers of the items that it is said to hold; empty where the declaration does not say. */
  readonly sequenceNumbers: readonly number[];
}

/** Who an inspector may have to speak to. */
export interface ReferralParty {
  /** "declarant", "exporter", "importer", "consignee", "endUser" … */
  readonly role: string;
  readonly id?: string;
  readonly name?: string;
  readonly countryCode?: string;
}

export interface ReferralFinding {
  readonly id: string;
  readonly version: string;
  readonly family: string;
  readonly result: FindingResult;
  readonly weight: Weight;
  readonly points: number;
  /** The lane that this finding forces at least. */
  readonly forces?: Lane;
  readonly values: Readonly<Record<string, SeenValue>>;
  readonly basis: string;
  /** In an inspector's words. */
  readonly reason: string;
  /** What the inspector should do. */
  readonly runbook?: string;
}

export interface DocumentRequest {
  /** Category and type: "X002". */
  readonly code: string;
  /** The reference that the declaration cites. */
  readonly id?: string;
  readonly title?: string;
  /** Why it is asked for, in an inspector's words. */
  readonly reason: string;
}

export interface ReferralItem {
  readonly sequenceNumber: number;
  readonly commodityCode?: string;
  readonly description?: string;
  readonly originCountryCode?: string;
  readonly netMass?: Measure;
  readonly grossMass?: Measure;
  readonly supplementaryQuantity?: Measure;
  readonly statisticalValue?: Amount;
  readonly packages?: DecimalText;
  readonly score: number;
  readonly findings: readonly ReferralFinding[];
  readonly whatToLookFor: readonly string[];
  readonly documentsToAskFor: readonly DocumentRequest[];
  /** What the goods more likely are. */
  readonly likelyCommodityCode?: string;
  readonly dutyAtStake?: Amount;
}
