import { InvalidArgumentError } from 'commander';
import type { Instant } from '../../risk/declaration/declaration-event.ts';
import { parseInstant } from '../../risk/declaration/instant.ts';

/** A time on the command line, in UTC. */
export function instantArgument(text: string): Instant {
  const instant = parseInstant(text.trim());
  if (instant === undefined) throw new InvalidArgumentError('It must be an ISO 8601 time, like 2026-11-22T08:30:00Z.');
  return instant;
}
