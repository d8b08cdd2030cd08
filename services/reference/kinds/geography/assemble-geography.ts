import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { type Assembled, type Assembling, piecesOf, type ReadPiece } from '../format.ts';
import type { CountryRow, GeographyContent } from './content.ts';
import type { Countries } from './country-codes.ts';
import type { Port, Ports } from './sea-ports.ts';

/**
 * Geography from a list of countries, a list of ports, or both. A country's position is the middle of its ports where ports are
 * given, else what it was before; customs unions and hubs are judgements of our own and are taken over.
 */
export function assembleGeography(
  pieces: readonly ReadPiece<Countries | Ports>[],
  { inForce }: Assembling<GeographyContent>,
): readonly Assembled<GeographyContent>[] {
  const [countries] = piecesOf(pieces, 'countries');
  const [ports] = piecesOf(pieces, 'ports');
  if (countries === undefined && ports === undefined) return [];
  const before = inForce();
  if (before === undefined) {
    const { name } = (countries ?? ports)!.file;
    throw new TidewaiterError(
      'TDW_REFERENCE_INCOMPLETE',
      `${name} brings neither customs unions nor hubs, and no geography is active to take them from.`,
      { location: { file: name } },
    );
  }
  const rows = renewed(before.countries, countries?.piece.countries ?? [], ports?.piece.ports ?? []);
  const content: GeographyContent = { countries: [...rows].sort(byCode), hubs: before.hubs };
  return [{ content, from: [countries, ports].filter((piece) => piece !== undefined) }];
}

function renewed(
  before: readonly CountryRow[],
  countries: Countries['countries'],
  ports: readonly Port[],
): Iterable<CountryRow> {
  const rows = new Map(before.map((row) => [row[0], row]));
  for (const { code, name, region } of countries) {
    const [, , , latitude = null, longitude = null, union = ''] = rows.get(code) ?? [];
    rows.set(code, [code, name, region, latitude, longitude, union]);
  }
  for (const [code, [latitude, longitude]] of middles(ports)) {
    const row = rows.get(code);
    if (row !== undefined) rows.set(code, [row[0], row[1], row[2], latitude, longitude, row[5]]);
  }
  return rows.values();
}

/** Median latitude and longitude of each country's ports, to whole degrees: one far-off island does not move it. */
function middles(ports: readonly Port[]): ReadonlyMap<string, readonly [number, number]> {
  const byCountry = new Map<string, Port[]>();
  for (const port of ports) byCountry.set(port.country, [...(byCountry.get(port.country) ?? []), port]);
  return new Map(
    [...byCountry].map(([code, all]) => [
      code,
      [Math.round(middle(all.map((port) => port.latitude))), Math.round(middle(all.map((port) => port.longitude)))],
    ]),
  );
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function byCode([a]: CountryRow, [b]: CountryRow): number {
  return a < b ? -1 : 1;
}
