import type { Day } from './day.ts';
import { type Instant, instantOf } from './instant.ts';

const HALF_A_DAY = 12 * 3_600_000;

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
