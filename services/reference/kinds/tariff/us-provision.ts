import { type Day, utcDayOf } from '../../../risk/declaration/day.ts';
import { MS_PER_DAY } from '../../../risk/declaration/instant.ts';
/** Provision that adds duty to lines named elsewhere (chapter 99 of the US tariff). */
export interface Provision {
  readonly id: string;
  readonly percent: string;
  readonly origins: readonly string[];
  readonly validFrom?: Day;
  readonly validTo?: Day;
}

const PROVISION = /^9903\.\d{2}\.\d{2}$/;
const ADDED = /^The duty provided in ?the applicable subheading ?(?:\+|plus) ?(\d+(?:\.\d+)?)%$/;
const FROM = /effective with respect to entries,? on or after ([A-Z][a-z]+ \d{1,2}, \d{4})/i;
const BEFORE = /and before ([A-Z][a-z]+ \d{1,2}, \d{4})/;

/**
 * Reads a provision of chapter 99 that adds a percentage to goods of one origin (section 301: "articles the product of China …
 * + 25%"). Suspended ones, exclusions (which add nothing) and those of other shape are none.
 */
export function parseProvision(id: string, description: string, rate: string): Provision | undefined {
  const added = PROVISION.test(id) ? ADDED.exec(rate.trim()) : null;
  if (
    added === null ||
    /provision suspended/i.test(description) ||
    !/\bof China\b|note 31|9903\.91\.09/.test(description)
  )
    return undefined;
  const [from, before] = [FROM.exec(description)?.[1], BEFORE.exec(description)?.[1]];
  return {
    id,
    percent: added[1]!,
    origins: ['CN'],
    ...(from === undefined ? {} : { validFrom: day(from) }),
    ...(before === undefined ? {} : { validTo: day(before, -1) }),
  };
}

/** "September 27, 2024" → "2024-09-27", moved by a number of days. */
function day(text: string, shift = 0): Day {
  return utcDayOf(Date.parse(`${text} UTC`) + shift * MS_PER_DAY);
}
