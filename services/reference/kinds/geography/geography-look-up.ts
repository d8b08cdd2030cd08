import type { Country } from '../../../risk/facts/facts.ts';
import { absent, found, type Known } from '../../../risk/facts/known.ts';
import type { CountryRow, GeographyContent } from '../../snapshot/contents.ts';

/** Looks countries up by the code that was declared. */
export class GeographyLookUp {
  readonly #answers: ReadonlyMap<string, Known<Country>>;
  readonly #absent: Known<Country>;

  constructor(content: GeographyContent, from: string) {
    this.#absent = absent(from);
    this.#answers = new Map(content.countries.map((row) => [row[0], found(toCountry(row, content), from)]));
  }

  country(code: string): Known<Country> {
    return this.#answers.get(code.toUpperCase()) ?? this.#absent;
  }
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
