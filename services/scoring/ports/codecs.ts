import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';
import type { AssessmentRecord } from '../../risk/messages/assessment.ts';
import type { DeadLetter } from '../../risk/messages/dead-letter.ts';
import type { Notice } from '../../risk/messages/notice.ts';
import type { Referral } from '../../risk/messages/referral.ts';

/** Bytes on a topic to a value and back. Both throw TidewaiterError with a code of class `input`. */
export interface Codec<T> {
  encode(value: T): Buffer;
  decode(bytes: Buffer): T;
}

/** The contracts that scoring reads and writes. */
export interface ScoringCodecs {
  readonly declarationEvent: Codec<DeclarationEvent>;
  /** An event's bytes as they go on record: those it came in where they name their schema themselves, else encoded anew so that they do. */
  recordedEvent(came: Buffer, event: DeclarationEvent): Buffer;
  readonly assessment: Codec<AssessmentRecord>;
  readonly referral: Codec<Referral>;
  readonly notice: Codec<Notice>;
  readonly deadLetter: Codec<DeadLetter>;
  /** Fetches what decoding a batch needs from outside (a schema registry), so that `decode` need not wait. Throws for infrastructure. */
  prepare(batch: Iterable<Uint8Array | null>): Promise<void>;
}
