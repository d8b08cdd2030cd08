import type { EventType } from '../risk/declaration/declaration-event.ts';
import type { BufferedMessage } from './buffered-message.ts';

/** What a message becomes, once all messages of the batch are known. */
export type Planned = PlannedEvent | SkippedMessage | UnidentifiedMessage;

export interface PlannedEvent {
  readonly kind: 'event';
  readonly message: BufferedMessage;
  readonly eventType: EventType;
  readonly declarationId: string;
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
}

/** Neither MRN nor LRN. */
export interface UnidentifiedMessage {
  readonly kind: 'unidentified';
  readonly message: BufferedMessage;
}

/** A message that becomes an event of a declaration, with the version that it states. */
export interface Identified {
  readonly message: BufferedMessage;
  readonly eventType: EventType;
  readonly declarationId: string;
  readonly stated?: number;
}
