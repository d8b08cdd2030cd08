import type { EventType } from '../../risk/declaration/declaration-event.ts';
import type { Lane } from '../../risk/lanes/lane.ts';
import type { ReferredCase } from '../../risk/messages/referral.ts';

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

/** An event that a record already speaks for. */
export interface RegisteredEvent extends Omit<EventClaim, 'content'> {
  /** Undefined where it was claimed before contents were kept. */
  readonly content: string | undefined;
  /** Undefined until it is remembered. */
  readonly answer: EventAnswer | undefined;
}

/**
 * Answers a batch of claims from what the register said: which event ids were granted, and which events of the same declarations it knew.
 * Order is that of the records: of an event repeated within the batch the first record speaks, and earlier is what stands before a record in its partition.
 */
export function answerClaims(
  claims: readonly EventClaim[],
  granted: ReadonlySet<string>,
  known: readonly RegisteredEvent[],
): readonly ClaimAnswer[] {
  const byDeclaration = new Map<string, RegisteredEvent[]>();
  for (const event of known) addTo(byDeclaration, event);
  const owned = new Set<string>();
  return claims.map((claim) => {
    const siblings = byDeclaration.get(claim.declarationId) ?? [];
    if (!granted.has(claim.eventId) || owned.has(claim.eventId))
      return { claim: 'duplicate', differs: differs(claim, siblings) };
    owned.add(claim.eventId);
    const answer: ClaimAnswer = { claim: 'granted', earlier: earlierOf(claim, siblings) };
    addTo(byDeclaration, { ...claim, answer: undefined });
    return answer;
  });
}

function differs({ eventId, content }: EventClaim, siblings: readonly RegisteredEvent[]): boolean {
  const ownersContent = siblings.find((event) => event.eventId === eventId)?.content;
  return ownersContent !== undefined && ownersContent !== content;
}

function addTo(byDeclaration: Map<string, RegisteredEvent[]>, event: RegisteredEvent): void {
  const events = byDeclaration.get(event.declarationId) ?? [];
  if (events.some((known) => known.eventId === event.eventId)) return;
  byDeclaration.set(event.declarationId, [...events, event]);
}

function earlierOf(claim: EventClaim, siblings: readonly RegisteredEvent[]): readonly EarlierEvent[] {
  const earlier = siblings.filter((event) => event.eventId !== claim.eventId && isBefore(event, claim));
  return earlier
    .sort(byOffset)
    .map(({ eventId, eventType, version, answer }) => ({ eventId, eventType, version, answer }));
}

/** Declarations keep to one partition; an event elsewhere (a topic laid out anew) is taken as earlier. */
function isBefore(event: RegisteredEvent, claim: EventClaim): boolean {
  return event.topic !== claim.topic || event.partition !== claim.partition || event.offset < claim.offset;
}

const byOffset = (a: RegisteredEvent, b: RegisteredEvent): number =>
  a.offset < b.offset ? -1 : Number(a.offset > b.offset);
