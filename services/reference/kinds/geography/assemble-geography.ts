import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import type { CountryRow, GeographyContent } from '../../snapshot/contents.ts';
import { type Active, type Assembled, piecesOf, type ReadPiece } from '../assemble.ts';

/**
 * Geography from a list of countries, a list of ports, or both. A country's position is the middle of its ports where ports are
 * given, else what it was before; customs unions and hubs are judgements of our own and are taken over.
 */
export function assembleGeography(pieces: readonly ReadPiece[], active: Active): readonly Assembled<'geography'>[] {
  const [countries] = piecesOf(pieces, 'countries');
  const [ports] = piecesOf(pieces, 'ports');
  if (countries === undefined && ports === undefined) return [];
  const before = active('geography');
  if (before === undefined) {
    const { name } = (countries ?? ports)!.file;
    throw new TidewaiterError(
      'TDW_REFERENCE_INCOMPLETE',
      `${name} brings neither customs unions nor hubs, and no geography is active to take them from.`,
      { place: { file: name } },
    );
  }
  const rows = new Map(before.countries.map((row) => [row[0], row]));
  for (const { code, name, region } of countries?.piece.countries ?? []) {
    const [, , , latitude = null, longitude = null, union = ''] = rows.get(code) ?? [];
    rows.set(code, [code, name, region, latitude, longitude, union]);
  }
  for (const [code, [latitude, longitude]] of middles(ports?.piece.ports ?? [])) {
    const row = rows.get(code);
    if (row !== undefined) rows.set(code, [row[0], row[1], row[2], latitude, longitude, row[5]]);
  }
  const content: GeographyContent = { countries: [...rows.values()].sort(byCode), hubs: before.hubs };
  return [{ kind: 'geography', content, from: [countries, ports].filter((piece) => piece !== undefined) }];
}

/** Median latitude and longitude of each country's ports, to whole degrees: one far-off island does not move it. */
function middles(
  ports: readonly { readonly country: string; readonly latitude: number; readonly longitude: number }[],
): ReadonlyMap<string, readonly [number, number]> {
  const byCountry = new Map<string, { readonly latitude: number; readonly longitude: number }[]>();
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
