import type { CountryRow } from '../../services/reference/kinds/geography/content.ts';
import { countryCodes } from '../../services/reference/kinds/geography/country-codes.ts';
import { SNAPSHOT_SCHEMA, type SnapshotOf } from '../../services/reference/snapshot/snapshot.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
import { COUNTRY_POSITIONS, CUSTOMS_CODES, CUSTOMS_UNIONS } from './country-positions.ts';
import { HUBS } from './hubs.ts';
import { MADE_BY } from './import-one.ts';

/** Taiwan and the Åland Islands carry no sub-region in the published table. */
const REGIONS: Readonly<Record<string, string>> = { TW: 'Eastern Asia', AQ: 'Antarctica' };

/** Countries of ISO 3166-1 and customs' own codes, with rough positions, customs unions and hubs of our own selection. */
export function shippedGeography(file: SourceFile): SnapshotOf<'geography'> {
  const { piece, rows } = countryCodes.read(file);
  const positions = new Map(
    COUNTRY_POSITIONS.trim()
      .split(/[|\n]/)
      .map((entry) => entry.trim().split(' '))
      .map(([code, latitude, longitude]) => [code!, [Number(latitude), Number(longitude)] as const]),
  );
  const without = piece.countries.filter(({ code }) => !positions.has(code));
  if (without.length > 0)
    throw new Error(`No position is written down for ${without.map(({ code }) => code).join(', ')}`);
  const countries = [
    ...piece.countries.map(({ code, name, region }): CountryRow => [
      code,
      name,
      region || REGIONS[code] || '',
      ...positions.get(code)!,
      unionOf(code),
    ]),
    ...CUSTOMS_CODES.map(([code, name, region, latitude, longitude]): CountryRow => [
      code,
      name,
      region,
      latitude,
      longitude,
      unionOf(code),
    ]),
  ];
  return {
    schema: SNAPSHOT_SCHEMA,
    kind: 'geography',
    provenance: {
      source:
        'ISO 3166-1 and UN M49 (datasets/country-codes); EU GEONOM codes; positions, customs unions and hubs: own compilation of public facts, each hub with its basis',
      sourceDay: knownDay('2026-11-30'),
      licence: 'PDDL; own work',
      madeBy: MADE_BY,
      files: [{ name: file.name, sha256: file.sha256, rows }],
      notes: ['positions are rough middles in whole degrees'],
    },
    content: { countries: countries.sort(([a], [b]) => (a < b ? -1 : 1)), hubs: HUBS },
  };
}

function unionOf(code: string): string {
  return Object.entries(CUSTOMS_UNIONS).find(([, members]) => members.split(' ').includes(code))?.[0] ?? '';
}
