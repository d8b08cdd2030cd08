import type { Checked } from './checked.ts';
import type { Instant } from './declaration-event.ts';
import { instantOf } from './instant.ts';

/** A calendar day that exists, "2026-11-22". */
export type Day = Checked<'Day'>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HALF_A_DAY = 12 * 3_600_000;

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

/** The calendar day of an instant in a time zone (IANA name). */
export function createCalendar(timeZone: string): (instant: Instant) => Day {
  const day = dayIn(timeZone);
  return (instant) => day(Date.parse(instant));
}

/**
 * The first moment of a calendar day in a time zone; where clocks are put forward at midnight that is one o'clock. A day that a zone left out (Samoa, 30
 * December 2011) begins with the next one.
 */
export function startOfDay(day: Day, timeZone: string): Instant {
  const dayOf = dayIn(timeZone);
  // No zone is farther from UTC than fourteen hours: the day has not begun at the first of these, and has at the second.
  let before = Date.parse(`${day}T00:00:00Z`) - 2 * HALF_A_DAY;
  let after = before + 4 * HALF_A_DAY;
  while (after - before > 1_000) {
    const middle = Math.floor((before + after) / 2_000) * 1_000;
    if (dayOf(middle) < day) before = middle;
    else after = middle;
  }
  return instantOf(after);
}

const CALENDARS = new Map<string, (millis: number) => Day>();

function dayIn(timeZone: string): (millis: number) => Day {
  const known = CALENDARS.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const calendar = (millis: number): Day => format.format(millis) as Day;
  CALENDARS.set(timeZone, calendar);
  return calendar;
}
