import type { EventType } from '../risk/declaration/declaration-event.ts';
import type { BufferedMessage } from './buffered-message.ts';

/** What a message becomes, once all messages of the batch are known. */
export type Planned = PlannedEvent | SkippedMessage | UnidentifiedMessage;

/** A message that becomes an event of a declaration. */
export interface Identified {
  readonly message: BufferedMessage;
  readonly eventType: EventType;
  readonly declarationId: string;
  /** Which messages are of one declaration: two may have one id and contradict each other. Absent where no lodgement of the batch is meant. */
  readonly group?: string;
  /** The version that it states. */
  readonly stated?: number;
  /** The declarant that it states. */
  readonly declarant?: string;
  /** Why it is no part of the declaration that it names: it stands alone, and what is known of it is partial. */
  readonly contradiction?: string;
}

export interface PlannedEvent extends Omit<Identified, 'stated'> {
  readonly kind: 'event';
  readonly group: string;
  readonly version: number;
  /** Who says that it is this version: the message or its sender, or nobody, so that it was counted from what the batch holds. */
  readonly versionSource: 'sender' | 'count';
}

/** Recognised and passed over. */
export interface SkippedMessage {
  readonly kind: 'skip';
  readonly message: BufferedMessage;
  /** "notification DMSTAX". */
  readonly what: string;
  /** Why it links no lodgement with the MRN that it names, or is no event. */
  readonly reason?: string;
}

/** Neither MRN nor LRN. */
export interface UnidentifiedMessage {
  readonly kind: 'unidentified';
  readonly message: BufferedMessage;
}
