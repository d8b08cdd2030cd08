import { withoutOrigins } from './places.ts';
import { plainLetters } from './plain-letters.ts';

/** Words that mark a text as a question or a label about a code; they say nothing of the goods. */
const ASKING =
  /^\s*(?:what (?:is|are) the\s+)?(?:hts(?:us)?|hs|tariff|commodity|customs)(?: us)? (?:code|number|heading|classification)s? (?:for|of)\s+(?:an?\s+|the\s+)?/;
/** "(CAS No. 100929-45-1)", "item number 90017-RJA-0030", "HS code 8413.70". */
const IDENTIFIERS =
  /\b(?:cas(?: (?:no\.?|number|rn))?:?\s*\d[\d-]{4,}|(?:item|part|model|style|order|po|ref)\.? ?(?:no\.?|number|#)\s*[a-z0-9./-]*\d[a-z0-9./-]*|h\.?(?:t\.?)?s\.?(?:us)?(?: ?code| ?no\.?)?:?\s*\d[\d. ]{3,})/g;
/** What every one of the compounds below begins with: most texts have none, and are not searched for each. */
const COMPOUND_START = /\b(?:[txe]|i\.?c|not)\b/;
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/\bt[- ]shirts?\b/g, 'tshirt shirt'],
  [/\bx[- ]rays?\b/g, 'xray'],
  [/\be[- ](cigarettes?|bikes?|scooters?|books?|readers?)\b/g, 'electronic $1'],
  [/\bi\.?c\.? engines?\b/g, 'internal combustion engine'],
  [/\bnot knitted(?: or crocheted)?\b/g, 'woven'],
  [/\bnot ([a-z]{3,})\b/g, 'not$1'],
];

/** A description in small letters without accents, with the apostrophes of genitives gone; markup and identifiers are left out. */
export function plainText(description: string): string {
  let text = plainLetters(description)
    .replace(/<[^>]*>/g, ' ')
    .replace(/[’`´]/g, "'");
  text = text.replace(ASKING, '').replace(IDENTIFIERS, ' ');
  if (text.includes("'")) text = text.replace(/(\w)'s?\b/g, '$1');
  text = withoutOrigins(text);
  if (!COMPOUND_START.test(text)) return text;
  for (const [pattern, replacement] of COMPOUNDS) text = text.replace(pattern, replacement);
  return text;
}
