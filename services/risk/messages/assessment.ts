import type { Amount, EventType } from '../declaration/declaration-event.ts';
import type { Instant } from '../declaration/instant.ts';
import type { ExplainedFinding, Finding } from '../findings/finding.ts';
import type { Selection } from '../lanes/decide-lane.ts';
import type { Lane } from '../lanes/lane.ts';

/** `risk`: the declaration was judged. `lifecycle`: a cancellation or an exit, without lane or points. */
export type AssessmentKind = 'risk' | 'lifecycle';

/** The answer to one event. Everything in it follows from the facts and the policy. */
export interface Assessment {
  readonly assessmentId: string;
  readonly eventId: string;
  readonly eventType: EventType;
  readonly declarationId: string;
  readonly version: number;
  readonly kind: AssessmentKind;
  /** Absent for kind `lifecycle`. */
  readonly lane?: Lane;
  /** The highest item's score plus the declaration's own findings'; 0 for kind `lifecycle`. */
  readonly score: number;
  readonly selection: Selection;
  /** Why this assessment was made, where an event names it (`reassess`, `cancelled`). */
  readonly cause?: string;
  /** Which checks were run: one of them of which there is no finding found nothing. */
  readonly checks: Checks;
  /** Findings about the declaration as a whole. */
  readonly findings: readonly Finding[];
  readonly items: readonly ItemAssessment[];
  readonly versions: Versions;
}

/** Ids of the checks that were run on the declaration as a whole and on each of its items. */
export interface Checks {
  readonly declaration: readonly string[];
  readonly item: readonly string[];
}

export interface ItemAssessment {
  readonly sequenceNumber: number;
  readonly commodityCode?: string;
  readonly score: number;
  readonly findings: readonly Finding[];
  /** What the goods more likely are, where a model says so. */
  readonly likelyCommodityCode?: string;
  /** Duty that would be at stake, in the authority's currency. */
  readonly dutyAtStake?: Amount;
}

export interface ExplainedItem extends ItemAssessment {
  readonly findings: readonly ExplainedFinding[];
}

/** An assessment with the reasons of its findings in words. */
export interface ExplainedAssessment extends Assessment {
  readonly findings: readonly ExplainedFinding[];
  readonly items: readonly ExplainedItem[];
}

/** What judged: enough to find every input of the decision again. */
export interface Versions {
  readonly engine: string;
  readonly policy: string;
  readonly factsSchema: number;
  /** Version of every source the facts came from, by source name. */
  readonly sources: Readonly<Record<string, string>>;
  readonly judgedAt: Instant;
}

/** Where a record stood in its topic. Offsets fit a safe integer. */
export interface Coordinates {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** Facts as they go on record: the event in the bytes it came in, and everything else that was known. */
export interface RecordedFacts {
  /** The declaration event in Avro single-object encoding, which names its own schema. */
  readonly event: Uint8Array;
  /** All facts but the event, as JSON in UTF-8; of schema 2 without what is looked up in the edition. */
  readonly facts: Uint8Array;
  /** SHA-256 over the bytes of `event` and then of `facts`, lowercase hexadecimal. */
  readonly factsHash: string;
}

/**
 * What `customs.assessments` carries: the assessment with everything that is needed to make it again. Analyst tier.
 * Whole, or by edition (`versions.factsSchema` 2): texts, legal bases and checks are then left empty, and stand in the policy of the edition.
 */
export interface AssessmentRecord extends ExplainedAssessment, RecordedFacts {
  /** The record that was judged. */
  readonly input: Coordinates;
  /** When the record arrived on its topic. */
  readonly arrivedAt?: Instant;
  /** Content id of the edition (policy, reference data and models) that judged; absent from releases that had none. */
  readonly edition?: string;
}
