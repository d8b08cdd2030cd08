import type { Hub } from '../../../risk/facts/facts.ts';
import { firstProblem, isCountry, isText, type RowProblem } from '../rows.ts';

/** Code, name, M49 region, latitude, longitude, customs union; empty or null where there is none. */
export type CountryRow = readonly [
  code: string,
  name: string,
  region: string,
  latitude: number | null,
  longitude: number | null,
  customsUnion: string,
];

export interface GeographyContent {
  readonly countries: readonly CountryRow[];
  readonly hubs: Readonly<Record<string, Hub>>;
}

export function countryProblem({ countries }: GeographyContent): RowProblem | undefined {
  return firstProblem('countries', countries, wantedInstead);
}

function wantedInstead([code, name, , latitude, longitude]: CountryRow): string | undefined {
  const placed =
    latitude === null || longitude === null
      ? latitude === longitude
      : Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isCountry(code) && isText(name) && placed
    ? undefined
    : 'a code, a name, and a latitude and longitude or neither';
}
