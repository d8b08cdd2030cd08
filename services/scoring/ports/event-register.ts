import type { EventType } from '../../risk/declaration/declaration-event.ts';
import type { Lane } from '../../risk/policy/lane.ts';
import type { ReferredCase } from '../../risk/referral/referral.ts';

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

/** What was answered to an event. */
export interface EventAnswer {
  readonly kind: 'risk' | 'lifecycle';
  /** Absent for kind `lifecycle`. */
  readonly lane?: Lane;
  /** Where it was put before a person. */
  readonly referred?: ReferredCase;
}

/** An event of the same declaration that came before. */
export interface EarlierEvent extends Pick<EventClaim, 'eventId' | 'eventType' | 'version'> {
  /** Undefined where nobody has said yet, as in the batch that claims both. */
  readonly answer: EventAnswer | undefined;
}

export type ClaimAnswer =
  /** This record speaks for the event, now and on every retry; `earlier` is what came before it in its partition, oldest first. */
  | { readonly claim: 'granted'; readonly earlier: readonly EarlierEvent[] }
  /** Another record speaks for it already; `differs` where that one is known to hold other bytes. */
  | { readonly claim: 'duplicate'; readonly differs: boolean };

/**
 * Which record speaks for an event: the first at some coordinates (topic, partition, offset); the same event elsewhere is a duplicate.
 * Claims are durable when `claim` returns, and claiming again gives the same answers. Throws for infrastructure.
 */
export interface EventRegister {
  /** One answer for each claim, in order. */
  claim(claims: readonly EventClaim[]): Promise<readonly ClaimAnswer[]>;
  /** Keeps what was answered, by event id, for the events that come after; a retry may say otherwise, and the last word stands. */
  remember(answers: ReadonlyMap<string, EventAnswer>): Promise<void>;
  /** The events ended as dead letters: they were not answered, their write-offs are undone, those that gave way to them count again, and a redriven record may claim them. */
  release(eventIds: readonly string[]): Promise<void>;
}
