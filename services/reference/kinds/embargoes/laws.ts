import { knownCountry } from '../../../risk/declaration/country-code.ts';
import type { GeographyLookUps } from '../geography/geography.ts';

/** Northern Ireland's declarations are the United Kingdom's. */
const WHOSE: ReadonlyMap<string, string> = new Map([['XI', 'GB']]);

/** Whose embargoes bind an authority: the United Nations', its own country's, and the European Union's where it is a member. */
export function lawsOf(country: string, countryOf: GeographyLookUps['country']): ReadonlySet<string> {
  const known = countryOf(knownCountry(country));
  const union = known.state === 'found' ? known.value.customsUnion : undefined;
  return new Set(['UN', WHOSE.get(country) ?? country, ...(union === 'EU' ? ['EU'] : [])]);
}
