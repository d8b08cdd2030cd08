import type { Day, DeclarationEvent, Instant } from '../../risk/declaration/declaration-event.ts';
import type { AsOf } from '../../risk/facts/facts.ts';

/** The time a declaration is judged by: acceptance, else the event's own, else one that was given, else its arrival. */
export function asOf(
  event: DeclarationEvent,
  arrivedAt: Instant,
  given: Instant | undefined,
  dayOf: (instant: Instant) => Day,
): AsOf {
  const at = (instant: Instant, source: AsOf['source']): AsOf => ({ instant, day: dayOf(instant), source });
  if (event.acceptanceDateTime) return at(event.acceptanceDateTime, 'acceptance');
  if (event.occurredAt) return at(event.occurredAt, 'event');
  return given ? at(given, 'given') : at(arrivedAt, 'arrival');
}
