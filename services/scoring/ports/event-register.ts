import type { EventType } from '../../risk/declaration/declaration-event.ts';
import type { PriorEvents } from '../../risk/facts/facts.ts';

/** A record that wants to speak for an event. */
export interface EventClaim {
  readonly eventId: string;
  readonly declarationId: string;
  readonly eventType: EventType;
  readonly version: number;
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  /** A hash of the record's bytes. */
  readonly content: string;
}

export type ClaimAnswer =
  /** This record speaks for the event, now and on every retry; `prior` is what came before it in its partition. */
  | { readonly claim: 'granted'; readonly prior: PriorEvents }
  /** Another record speaks for it already; `differs` where that one is known to hold other bytes. */
  | { readonly claim: 'duplicate'; readonly differs: boolean };

/**
 * Which record speaks for an event: the first at some coordinates (topic, partition, offset); the same event elsewhere is a duplicate.
 * Claims are durable when `claim` returns, and claiming again gives the same answers. Throws for infrastructure.
 */
export interface EventRegister {
  /** One answer for each claim, in order. */
  claim(claims: readonly EventClaim[]): Promise<readonly ClaimAnswer[]>;
  /** The events ended as dead letters: their write-offs are undone, those that gave way to them count again, and a redriven record may claim them. */
  release(eventIds: readonly string[]): Promise<void>;
}
