import type { Instant } from '../declaration/declaration-event.ts';
import type { Assessment } from './assessment.ts';
import type { RecordedFacts } from './recorded-facts.ts';

/** Where a record stood in its topic. Offsets fit a safe integer. */
export interface Coordinates {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** What `customs.assessments` carries: the assessment with everything that is needed to make it again. Analyst tier. */
export interface AssessmentRecord extends Assessment, RecordedFacts {
  /** The record that was judged. */
  readonly input: Coordinates;
  /** When the record arrived on its topic. */
  readonly arrivedAt?: Instant;
}
