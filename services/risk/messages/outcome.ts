import type { Amount, Measure } from '../declaration/declaration-event.ts';
import type { Instant } from '../declaration/instant.ts';

export type InspectionKind = 'physical' | 'documents' | 'scan' | 'postClearance' | 'unrecognised';
/** What was found of an item; `notInspected` says nothing about it. */
export type InspectionResult = 'conforming' | 'irregular' | 'inconclusive' | 'notInspected' | 'unrecognised';
export type Irregularity =
  | 'classification'
  | 'value'
  | 'quantity'
  | 'origin'
  | 'licence'
  | 'party'
  | 'destination'
  | 'description'
  | 'prohibited'
  | 'other'
  | 'unrecognised';
export type Disposition =
  | 'released'
  | 'releasedAfterCorrection'
  | 'detained'
  | 'seized'
  | 'returned'
  | 'destroyed'
  | 'cancelled'
  | 'undecided'
  | 'unrecognised';

/** What `customs.outcomes` carries: what an inspection found. A later outcome of the same declaration adds to an earlier one. */
export interface Outcome {
  readonly outcomeId: string;
  readonly declarationId: string;
  readonly version: number;
  readonly referralId?: string;
  readonly assessmentId?: string;
  readonly inspection: InspectionKind;
  readonly inspectedAt: Instant;
  readonly recordedAt: Instant;
  readonly officeId?: string;
  /** Who recorded it: an identifier of the office's, never a name. */
  readonly recordedBy: string;
  readonly disposition: Disposition;
  readonly items: readonly ItemOutcome[];
  readonly note?: string;
}

export interface ItemOutcome {
  readonly sequenceNumber: number;
  readonly result: InspectionResult;
  readonly irregularities: readonly Irregularity[];
  readonly declaredCommodityCode?: string;
  readonly correctCommodityCode?: string;
  readonly correctOriginCountryCode?: string;
  readonly correctQuantity?: Measure;
  readonly correctValue?: Amount;
  /** Duty that the correction brings; negative where too much was paid. */
  readonly dutyDifference?: Amount;
  readonly disposition: Disposition;
  /** Ids of the findings that proved right. */
  readonly confirmedFindings: readonly string[];
  readonly note?: string;
}
