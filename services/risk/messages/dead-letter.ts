import type { Instant } from '../declaration/instant.ts';
import type { Coordinates } from './assessment.ts';

/** What `customs.dead-letters` carries: a record that could not be assessed, whole, so that it can be redriven. May hold personal data. */
export interface DeadLetter {
  /** UUIDv5 of the coordinates and "dead-letter". */
  readonly deadLetterId: string;
  /** The original record. */
  readonly key?: Uint8Array;
  readonly value?: Uint8Array;
  readonly headers: readonly RecordHeader[];
  readonly input: Coordinates;
  /** When the original record arrived on its topic. */
  readonly arrivedAt?: Instant;
  /** Code of the catalogue. */
  readonly code: string;
  /** What happened, without personal data. */
  readonly message: string;
  /** Name of the step that refused it. */
  readonly step: string;
  readonly failedAt: Instant;
  /** Where readable. */
  readonly eventId?: string;
  readonly declarationId?: string;
  /** Earlier redrives, oldest first. */
  readonly redrives: readonly Redrive[];
}

export interface RecordHeader {
  readonly name: string;
  readonly value?: Uint8Array;
}

/** Someone sent the record again. */
export interface Redrive {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  /** The dead letter that was redriven. */
  readonly deadLetterId: string;
}
