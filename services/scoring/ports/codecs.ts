import type { UncheckedEvent } from '../../risk/declaration/declaration-event.ts';
import type { AssessmentRecord } from '../../risk/messages/assessment.ts';
import type { DeadLetter } from '../../risk/messages/dead-letter.ts';
import type { Notice } from '../../risk/messages/notice.ts';
import type { Referral } from '../../risk/messages/referral.ts';

/** Values of one topic to bytes and back. Both throw TidewaiterError with a code of class `input`; no message holds what a field says. */
export interface Codec<T> {
  /** Throws TDW_AVRO_UNENCODABLE or TDW_DECIMAL_OUT_OF_RANGE, with the path of the field. */
  encode(value: T): Buffer;
  /** Throws the codes TDW_AVRO_*. Absent fields are absent, never null. The meaning of a field is not checked. */
  decode(bytes: Uint8Array): T;
}

/** The contracts that scoring reads and writes. */
export interface ScoringCodecs {
  readonly declarationEvent: Codec<UncheckedEvent>;
  /** An event's bytes as they go on record: those it came in where they name their schema themselves, else encoded anew so that they do. */
  recordedEvent(came: Buffer, event: UncheckedEvent): Buffer;
  readonly assessment: Codec<AssessmentRecord>;
  readonly referral: Codec<Referral>;
  readonly notice: Codec<Notice>;
  readonly deadLetter: Codec<DeadLetter>;
  /** Fetches what decoding a batch needs from outside (a schema registry), so that `decode` need not wait. Throws for infrastructure. */
  prepare(batch: Iterable<Uint8Array | null>): Promise<void>;
}
