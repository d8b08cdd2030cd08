import type { Facts, Hub } from '../../facts/facts.ts';

type Known = Pick<Facts, 'countries'>;

/** Where what is known of the countries comes from. */
export const sourcesOfCountries = ({ facts }: { readonly facts: Known }): readonly string[] => [
  ...new Set(Object.values(facts.countries).map((country) => country.from)),
];

/** What makes a country a hub; undefined where it is none, or nothing is known of it. */
export function hubOf({ countries }: Known, code: string): Hub | undefined {
  const country = countries[code];
  return country?.state === 'found' ? country.value.hub : undefined;
}

/** Those of the countries that are such a hub. */
export const hubsAmong = (facts: Known, codes: readonly string[], which: (hub: Hub) => boolean): readonly string[] =>
  codes.filter((code) => {
    const hub = hubOf(facts, code);
    return hub !== undefined && which(hub);
  });
