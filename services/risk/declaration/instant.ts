import type { Checked } from './checked.ts';
import { type Day, isDay, utcDayOf } from './day.ts';

/** A moment that exists, as ISO 8601 in UTC with milliseconds left out where zero: "2026-11-22T08:30:00Z". */
export type Instant = Checked<'Instant'>;
/** A time as a message states it: a day where it has no time of day, for whoever knows the authority's time zone. Never in an event. */
export type InstantOrDay = Instant | Day;

/** A day of 24 hours, in milliseconds. */
export const MS_PER_DAY = 86_400_000;

const PARTS = '(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})';
const CLOCK = '(?<hour>\\d{2})(?<minute>\\d{2})';
const ZONE = '(?<zone>Z|UTC|GMT|[+-](?:0\\d|1[0-4])(?::?[0-5]\\d)?)?';

/** UN/EDIFACT 2379 as the WCO's DateTimeString uses it. A time without zone is read as UTC; 203 and 204 have no zone, but where one is stated it is plain. */
const FORMATS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    '102': new RegExp(`^${PARTS}$`),
    '203': new RegExp(`^${PARTS}${CLOCK}${ZONE}$`),
    '204': new RegExp(`^${PARTS}${CLOCK}(?<second>\\d{2})${ZONE}$`),
    '205': new RegExp(`^${PARTS}${CLOCK}${ZONE}$`),
    '303': new RegExp(`^${PARTS}${CLOCK}${ZONE}$`),
    '208': new RegExp(`^${PARTS}${CLOCK}(?<second>\\d{2})${ZONE}$`),
    '304': new RegExp(`^${PARTS}${CLOCK}(?<second>\\d{2})${ZONE}$`),
  }),
);
const ISO = new RegExp(
  `^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[T ](?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?<fraction>\\.\\d{1,9})?)?)?${ZONE}$`,
);
const NORMAL = /^(?:19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/** The same as `parseTime`, a date as the first second of its day in UTC. */
export function parseInstant(text: string, formatCode?: string): Instant | undefined {
  const time = parseTime(text, formatCode);
  return time !== undefined && isDay(time) ? instantOf(Date.parse(time)) : time;
}

/**
 * A WCO date-time string in its format (102, 203, 204, 205, 208, 303, 304), or ISO 8601, as ISO 8601 UTC; a date without a time stays the calendar day that
 * it is: when it begins depends on the authority's time zone. Without a format code every format is tried. `undefined` where it names no moment between 1900 and 2200.
 */
export function parseTime(text: string, formatCode?: string): InstantOrDay | undefined {
  const stated = formatCode === undefined ? undefined : FORMATS.get(formatCode);
  const patterns = stated === undefined ? [...FORMATS.values(), ISO] : [stated, ISO];
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) return fromParts(groups);
  }
  return undefined;
}

/** A moment in the one form that instants have here: milliseconds left out where they are zero. @param millis since the epoch */
export function instantOf(millis: number): Instant {
  return new Date(millis).toISOString().replace('.000Z', 'Z') as Instant;
}

/** Whether a text already is in the event's form, and names a moment that exists. */
export function isInstant(text: string): text is Instant {
  if (!NORMAL.test(text)) return false;
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && instantOf(moment.getTime()) === text;
}

function fromParts(parts: Readonly<Record<string, string | undefined>>): InstantOrDay | undefined {
  const iso = `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}T${parts['hour'] ?? '00'}:${parts['minute'] ?? '00'}:${parts['second'] ?? '00'}`;
  const local = new Date(`${iso}Z`);
  if (Number.isNaN(local.getTime()) || local.toISOString().slice(0, 19) !== iso) return undefined;
  const moment = local.getTime() - zoneMillis(parts['zone']) + Math.floor(Number(parts['fraction'] ?? 0) * 1000);
  const year = new Date(moment).getUTCFullYear();
  if (year < 1900 || year >= 2200) return undefined;
  return parts['hour'] === undefined && parts['zone'] === undefined ? utcDayOf(local.getTime()) : instantOf(moment);
}

function zoneMillis(zone: string | undefined): number {
  if (zone === undefined || /^[A-Z]/.test(zone)) return 0;
  const digits = zone.replace(/\D/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
