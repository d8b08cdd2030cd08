import { InvalidArgumentError } from 'commander';
import { asDay, type Day } from '../../risk/declaration/day.ts';
import { type Instant, type InstantOrDay, parseInstant, parseTime } from '../../risk/declaration/instant.ts';

/** A whole number from 0 on the command line. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is needed.');
  return Number(text);
}

/** One of at most nine digits, as a count is. */
export function wholeCount(text: string): number {
  const number = wholeNumber(text.trim());
  if (text.trim().length > 9) throw new InvalidArgumentError('at most nine digits are read.');
  return number;
}

/** A count of something that there has to be. */
export function atLeastOne(text: string): number {
  const number = wholeCount(text);
  if (number < 1) throw new InvalidArgumentError('at least 1 is needed.');
  return number;
}

/** A calendar day on the command line. */
export function dayArgument(text: string): Day {
  const day = asDay(text.trim());
  if (day === undefined) throw new InvalidArgumentError('It must be a day, like 2026-11-22.');
  return day;
}

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
