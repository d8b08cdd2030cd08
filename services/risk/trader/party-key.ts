import type { Unchecked } from '../declaration/checked.ts';
import type { Party } from '../declaration/declaration-event.ts';
import { sha256Hex } from '../json/canonical.ts';

/** Accents of Latin, Greek and Cyrillic letters; the vowel signs of other scripts are letters of their own and stay. */
const DIACRITICS = /[\u0300-\u036f]/g;

/** Longer ones are counted under their beginning and a hash: what counts them is indexed, and an index takes no text of thousands of letters. */
const LONGEST = 200;
const HASH_DIGITS = 16;

/**
 * Under what a party is counted: its identifier, else its name (letters and digits, upper case) and country.
 * Undefined where neither is stated.
 */
export function partyKey(party: Unchecked<Party> | undefined): string | undefined {
  if (party?.id) return `id:${bounded(party.id.trim().toUpperCase())}`;
  if (!party?.name) return undefined;
  const name = party.name
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return name === '' ? undefined : `name:${bounded(name)}|${party.address?.countryCode ?? ''}`;
}

function bounded(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${[...text].slice(0, LONGEST).join('')} ${sha256Hex(text).slice(0, HASH_DIGITS)}`;
}
