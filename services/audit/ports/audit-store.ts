import type { Day } from '../../risk/declaration/day.ts';
import type { Instant } from '../../risk/declaration/instant.ts';
import type { Lane } from '../../risk/lanes/lane.ts';
import type { AssessmentRecord } from '../../risk/messages/assessment.ts';
import type { Outcome } from '../../risk/messages/outcome.ts';
import type { HistoryKey } from '../../risk/trader/trader-history.ts';

/** An assessment as it is kept. */
export interface RecordedAssessment {
  readonly record: AssessmentRecord;
  /** The decision alone, as JSON (`assessmentText`): with the record's heading what replay makes again. */
  readonly assessment: string;
  /** SHA-256 of the record's bytes: the same id with another hash is an alert. */
  readonly contentHash: string;
  /** When the assessment's record reached its topic; decides the month it is kept in. */
  readonly recordedAt: Instant;
  /** What the declaration counts for in its trader's history; undefined for kind `lifecycle`. */
  readonly counts?: CountedDeclaration;
}

export interface CountedDeclaration {
  readonly declarationId: string;
  readonly day: Day;
  readonly keys: readonly HistoryKey[];
  readonly referred: boolean;
}

export interface AuditResult {
  readonly written: number;
  /** Ids that were there already with the same content: a re-read, of no consequence. */
  readonly repeated: number;
  /** Ids that were there already with other content: never ignored. */
  readonly conflicting: readonly string[];
}

/** How a hit on inspected goods turned out: the inspector confirmed it, something else was wrong, or all was as declared. */
export type Verdict = 'confirmed' | 'otherwise' | 'falseAlarm';

export interface OutcomesResult extends AuditResult {
  /** Hits on what was inspected, of the outcomes that were written now. */
  readonly findings: readonly { readonly rule: string; readonly verdict: Verdict; readonly times: number }[];
  /** Inspected declarations of theirs by the lane that they had been put in. */
  readonly declarations: readonly {
    readonly lane: Lane;
    readonly result: 'irregular' | 'conforming';
    readonly times: number;
  }[];
}

/**
 * Where assessments are kept. Writing is idempotent and all or nothing: the assessment, the lane of its event, its write-offs made final and
 * its trader's history stand together. Throws for infrastructure.
 */
export interface AuditStore {
  record(batch: readonly RecordedAssessment[], position: string): Promise<AuditResult>;
  recordOutcomes(outcomes: readonly Outcome[]): Promise<OutcomesResult>;
}
