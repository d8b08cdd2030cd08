import type { Checked } from './checked.ts';

/** A calendar day that exists, "2026-11-22". */
export type Day = Checked<'Day'>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a calendar day that exists. */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** A text as the calendar day that it is; undefined where it is none. */
export function asDay(text: string): Day | undefined {
  return isDay(text) ? text : undefined;
}

/** A day that the program itself names. @throws RangeError where it is none */
export function knownDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" is no calendar day`);
  return text;
}

/** The calendar day of a moment in UTC. @param millis since the epoch, of the years 0 to 9999 */
export function utcDayOf(millis: number): Day {
  return new Date(millis).toISOString().slice(0, 10) as Day;
}
