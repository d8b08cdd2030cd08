import type { Day } from '../risk/declaration/day.ts';
import { MS_PER_DAY } from '../risk/declaration/instant.ts';

/** Brokers lodge in office hours; in UTC, so that the day is the same one on both coasts. */
const OPEN_MS = 13 * 3_600_000;
const OFFICE_MS = 10 * 3_600_000;

/** When the n-th declaration since that day is accepted, so many of them a day: milliseconds since 1970, in office hours. */
export function acceptanceOf(index: number, from: Day, perDay: number): number {
  const day = Math.floor(index / perDay);
  const share = (index % perDay) / perDay;
  return Date.parse(`${from}T00:00:00Z`) + day * MS_PER_DAY + OPEN_MS + Math.floor(share * OFFICE_MS);
}
