import type { CountryCode } from '../../../risk/declaration/country-code.ts';
import type { Country } from '../../../risk/facts/facts.ts';
import { absent, found, type Known } from '../../../risk/facts/known.ts';
import { type Held, type Kind, notLoaded } from '../kind.ts';
import { assembleGeography } from './assemble-geography.ts';
import { countryProblem, type CountryRow, type GeographyContent } from './content.ts';
import { type Countries, countryCodes } from './country-codes.ts';
import { type Ports, seaPorts } from './sea-ports.ts';

export interface GeographyLookUps {
  /** By the code that was declared. */
  readonly country: (code: CountryCode) => Known<Country>;
}

/** Countries: where they lie, what unions they are in, and which are known for transit or diversion. */
export const geography: Kind<'geography', GeographyContent, GeographyLookUps, Countries | Ports> = {
  name: 'geography',
  inWords: 'list of countries',
  whenMissing: 'notReady',
  shape: { countries: 'list', hubs: 'record' },
  rowProblem: countryProblem,
  count: ({ countries, hubs }) => ({
    countries: countries.length,
    positions: countries.filter(([, , , latitude]) => latitude !== null).length,
    hubs: Object.keys(hubs).length,
  }),
  importing: { formats: [countryCodes, seaPorts], assemble: assembleGeography },
  load: (held) => ({ country: held === undefined ? () => notLoaded(geography) : lookUp(held) }),
  questions: { country: (code) => code },
};

function lookUp({ content, from }: Held<GeographyContent>): GeographyLookUps['country'] {
  const answers = new Map(content.countries.map((row) => [row[0], found(toCountry(row, content), from)]));
  const nothing = absent(from);
  return (code) => answers.get(code.toUpperCase()) ?? nothing;
}

function toCountry(
  [code, name, region, latitude, longitude, customsUnion]: CountryRow,
  { hubs }: GeographyContent,
): Country {
  const hub = hubs[code];
  return {
    code,
    name,
    region,
    ...(latitude === null || longitude === null ? {} : { position: { latitude, longitude } }),
    ...(customsUnion === '' ? {} : { customsUnion }),
    ...(hub === undefined ? {} : { hub }),
  };
}
