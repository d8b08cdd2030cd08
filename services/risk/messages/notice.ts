import type { EventType } from '../declaration/declaration-event.ts';
import type { Instant } from '../declaration/instant.ts';
import type { DocumentRequest } from './referral.ts';

/** What the trader is told. */
export type NoticeKind =
  'inspection' | 'documentsRequested' | 'underReview' | 'released' | 'correctionAdvised' | 'unrecognised';

/** What `customs.notices` carries: words that a trader may read, and nothing else: no lane, no score, no check by name. */
export interface Notice {
  /** UUIDv5 of the assessment id and "notice". */
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly eventId: string;
  readonly eventType: EventType;
  readonly declarationId: string;
  readonly version: number;
  /** The trader's own reference (LRN). */
  readonly functionalReferenceId?: string;
  /** Identifier of the declarant or agent that it is for. */
  readonly addresseeId?: string;
  readonly issuedAt: Instant;
  /** Until when an answer is asked for. */
  readonly deadline?: Instant;
  readonly officeId?: string;
  readonly reasons: readonly NoticeReason[];
  readonly documentsToProvide: readonly NoticeDocument[];
}

export interface NoticeReason {
  /** Absent where the reason is about the whole declaration. */
  readonly sequenceNumber?: number;
  readonly reason: string;
}

export interface NoticeDocument extends Omit<DocumentRequest, 'reason'> {
  readonly sequenceNumber?: number;
}
