import type { EventType } from '../../../risk/declaration/declaration-event.ts';
import type { HeldMessage } from './held-message.ts';

/** What a message becomes, once all messages of the call are known. */
export type Planned =
  | {
      readonly kind: 'event';
      readonly message: HeldMessage;
      readonly eventType: EventType;
      readonly declarationId: string;
      readonly version: number;
      /** Who says that it is this version: the message or its sender, or nobody, so that it was counted from what the call holds. */
      readonly versionBy: 'sender' | 'count';
    }
  | { readonly kind: 'skip'; readonly message: HeldMessage; readonly what: string }
  | { readonly kind: 'nameless'; readonly message: HeldMessage };

export type PlannedEvent = Extract<Planned, { readonly kind: 'event' }>;
export type Passed = Exclude<Planned, PlannedEvent>;

/** A message that becomes an event of a declaration, with the version that it states. */
export interface Identified {
  readonly message: HeldMessage;
  readonly eventType: EventType;
  readonly declarationId: string;
  readonly stated?: number;
}
