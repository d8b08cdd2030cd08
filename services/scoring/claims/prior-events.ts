import type { PriorEvents } from '../../risk/facts/facts.ts';
import { absent, found, type Known, unknown } from '../../risk/facts/known.ts';
import { type Lane, stricter } from '../../risk/policy/lane.ts';
import type { EarlierEvent } from '../ports/event-register.ts';

/** What earlier events of a declaration, oldest first, are to the one that is judged. */
export function priorEvents(earlier: readonly EarlierEvent[]): PriorEvents {
  const referred = earlier.findLast(({ answer }) => answer?.referred !== undefined)?.answer?.referred;
  return {
    events: earlier.length,
    highestVersion: earlier.reduce((highest, { version }) => Math.max(highest, version), 0),
    cancelled: earlier.some(({ eventType }) => eventType === 'cancelled'),
    lane: strictestLane(earlier),
    ...(referred === undefined ? {} : { referred }),
  };
}

function strictestLane(earlier: readonly EarlierEvent[]): Known<Lane> {
  if (earlier.some(({ answer }) => answer === undefined))
    return unknown('the answer to an earlier event is not known', 'events');
  const lanes = earlier.flatMap(({ answer }) => answer?.lane ?? []);
  return lanes.length === 0 ? absent('events') : found(lanes.reduce(stricter), 'events');
}
