import { InvalidArgumentError } from 'commander';
import type { Instant, InstantOrDay } from '../../risk/declaration/declaration-event.ts';
import { parseInstant, parseTime } from '../../risk/declaration/instant.ts';

/** A time on the command line, in UTC. */
export function instantArgument(text: string): Instant {
  const instant = parseInstant(text.trim());
  if (instant === undefined) throw new InvalidArgumentError('It must be an ISO 8601 time, like 2026-11-22T08:30:00Z.');
  return instant;
}

/** A time on the command line, or a day, which begins when the authority's does. */
export function timeArgument(text: string): InstantOrDay {
  const time = parseTime(text.trim());
  if (time === undefined)
    throw new InvalidArgumentError('It must be an ISO 8601 time or day, like 2026-11-22T08:30:00Z or 2026-11-22.');
  return time;
}
