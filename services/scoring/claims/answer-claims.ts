import type { ClaimAnswer, EarlierEvent, EventAnswer, EventClaim } from '../ports/event-register.ts';

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
  const spoken = new Set<string>();
  return claims.map((claim) => {
    const siblings = byDeclaration.get(claim.declarationId) ?? [];
    if (!granted.has(claim.eventId) || spoken.has(claim.eventId))
      return { claim: 'duplicate', differs: differs(claim, siblings) };
    spoken.add(claim.eventId);
    const answer: ClaimAnswer = { claim: 'granted', earlier: earlierOf(claim, siblings) };
    addTo(byDeclaration, { ...claim, answer: undefined });
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
