import { describe, expect, test } from 'vitest';
import type { PriorEvents } from '../../../services/risk/facts/facts.ts';
import { priorEvents } from '../../../services/scoring/facts/draft-facts.ts';
import { answerClaims, type EventClaim, type RegisteredEvent } from '../../../services/scoring/ports/event-register.ts';
const claim = (eventId: string, offset: number, over: Partial<EventClaim> = {}): EventClaim => ({
  eventId,
  declarationId: 'MRN1',
  eventType: 'amended',
  version: offset,
  topic: 'declarations',
  partition: 0,
  content: 'c0ffee',
  offset: BigInt(offset),
  ...over,
});
const assessed = (event: EventClaim, lane?: 'red' | 'green'): RegisteredEvent => ({
  ...event,
  answer: { kind: 'risk', ...(lane && { lane }) },
});

function priorOf(asking: EventClaim, known: readonly RegisteredEvent[]): PriorEvents {
  const [answer] = answerClaims([asking], new Set([asking.eventId]), known);
  if (answer?.claim !== 'granted') throw new Error('not granted');
  return priorEvents(answer.earlier);
}

describe('what came before an event', () => {
  test('given earlier assessments of which one was red, when the next event comes, then the strictest lane is known', () => {
    expect(
      priorOf(claim('c', 3), [assessed(claim('a', 1), 'red'), assessed(claim('b', 2), 'green')]).lane,
    ).toMatchObject({ state: 'found', value: 'red' });
  });

  test('given an earlier event that nobody has answered yet, when the next comes, then its lane is unknown, not none', () => {
    expect(
      priorOf(claim('c', 3), [assessed(claim('a', 1), 'green'), { ...claim('b', 2), answer: undefined }]).lane,
    ).toMatchObject({ state: 'unknown' });
  });

  test('given nothing earlier, when the first event comes, then there is no lane, and that is an answer', () => {
    expect(priorOf(claim('a', 1), [])).toEqual({
      events: 0,
      highestVersion: 0,
      cancelled: false,
      lane: { state: 'absent', from: 'events' },
    });
  });

  test('given an event of the same declaration on another partition or topic, when the next comes, then it is taken as earlier, whatever its offset', () => {
    expect(priorOf(claim('b', 2), [assessed(claim('a', 9, { partition: 1 }), 'red')]).events).toBe(1);
    expect(
      priorOf(claim('b', 2), [assessed(claim('a', 9, { topic: 'declarations.before' }), 'red')]).lane,
    ).toMatchObject({ value: 'red' });
  });

  test('given a later record of the same declaration, when an earlier one is answered again, then the later one is no part of what came before', () => {
    expect(priorOf(claim('a', 1), [assessed(claim('b', 2), 'red')]).events).toBe(0);
  });
});
