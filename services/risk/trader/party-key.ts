import type { Party } from '../declaration/declaration-event.ts';

/** Accents of Latin, Greek and Cyrillic letters; the vowel signs of other scripts are letters of their own and stay. */
const DIACRITICS = /[\u0300-\u036f]/g;

/**
 * Under what a party is counted: its identifier, else its name (letters and digits, upper case) and country.
 * Undefined where neither is stated.
 */
export function partyKey(party: Party | undefined): string | undefined {
  if (party?.id) return `id:${party.id.trim().toUpperCase()}`;
  if (!party?.name) return undefined;
  const name = party.name.normalize('NFKD').replace(DIACRITICS, '').toUpperCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  return name === '' ? undefined : `name:${name}|${party.address?.countryCode ?? ''}`;
}
