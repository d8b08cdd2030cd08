import { found, absent, unknown, type Known } from '../../risk/facts/known.ts';
import type { PriorEvents } from '../../risk/facts/facts.ts';
import { stricter, type Lane } from '../../risk/policy/lane.ts';
import type { ClaimAnswer, EventClaim } from '../ports/event-register.ts';

/** An event that a record already speaks for. */
export interface RegisteredEvent extends Omit<EventClaim, 'content'> {
  /** Undefined where it was claimed before contents were kept. */
  readonly content: string | undefined;
  /** What audit recorded of its assessment; undefined until it has. */
  readonly assessed: { readonly kind: 'risk' | 'lifecycle'; readonly lane?: Lane } | undefined;
}

/**
 * Answers a batch of claims from what the register said: which event ids were granted, and which events of the same declarations it knew.
 * Order is that of the records: of an event repeated within the batch the first record speaks, and prior is what stands before a record in its partition.
 */
export function answerClaims(claims: readonly EventClaim[], granted: ReadonlySet<string>, known: readonly RegisteredEvent[]): readonly ClaimAnswer[] {
  const byDeclaration = new Map<string, RegisteredEvent[]>();
  for (const event of known) addTo(byDeclaration, event);
  const spoken = new Set<string>();
  return claims.map((claim) => {
    const siblings = byDeclaration.get(claim.declarationId) ?? [];
    if (!granted.has(claim.eventId) || spoken.has(claim.eventId)) return { claim: 'duplicate', differs: differs(claim, siblings) };
    spoken.add(claim.eventId);
    const answer: ClaimAnswer = { claim: 'granted', prior: priorOf(claim, siblings) };
    addTo(byDeclaration, { ...claim, assessed: undefined });
    return answer;
  });
}

function differs({ eventId, content }: EventClaim, siblings: readonly RegisteredEvent[]): boolean {
  const speaking = siblings.find((event) => event.eventId === eventId)?.content;
  return speaking !== undefined && speaking !== content;
}

function addTo(byDeclaration: Map<string, RegisteredEvent[]>, event: RegisteredEvent): void {
  const events = byDeclaration.get(event.declarationId) ?? [];
  if (events.some((known) => known.eventId === event.eventId)) return;
  byDeclaration.set(event.declarationId, [...events, event]);
}

function priorOf(claim: EventClaim, siblings: readonly RegisteredEvent[]): PriorEvents {
  const earlier = siblings.filter((event) => event.eventId !== claim.eventId && isBefore(event, claim));
  return {
    events: earlier.length,
    highestVersion: earlier.reduce((highest, event) => Math.max(highest, event.version), 0),
    cancelled: earlier.some((event) => event.eventType === 'cancelled'),
    lane: strictestLane(earlier),
  };
}

/** Declarations keep to one partition; an event elsewhere (a topic laid out anew) is taken as earlier. */
function isBefore(event: RegisteredEvent, claim: EventClaim): boolean {
  return event.topic !== claim.topic || event.partition !== claim.partition || event.offset < claim.offset;
}

function strictestLane(earlier: readonly RegisteredEvent[]): Known<Lane> {
  if (earlier.some((event) => event.assessed === undefined)) return unknown('an earlier assessment is not recorded yet', 'events');
  const lanes = earlier.flatMap((event) => event.assessed?.lane ?? []);
  return lanes.length === 0 ? absent('events') : found(lanes.reduce(stricter), 'events');
}
