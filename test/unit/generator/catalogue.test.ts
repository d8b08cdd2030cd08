import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { DISGUISES } from '../../../services/generator/fraud/disguises.ts';
import { CATALOGUE } from '../../../services/generator/goods/catalogue.ts';
import type { Unit } from '../../../services/generator/goods/good.ts';
import { countryOf } from '../../../services/generator/places/countries.ts';
import { publicPath } from '../../harness/public-data.ts';

const SCHEDULE = publicPath('tariff/hts_2025_basic_edition.csv');
const PORTS = publicPath('reference/ports.json');
/** The tariff's words for units that are not mass. */
const UNITS: Readonly<Record<string, Unit>> = {
  'No.': 'NAR',
  'doz.': 'DZN',
  'Dz Pcs': 'DZN',
  'prs.': 'NPR',
  liters: 'LTR',
  m2: 'MTK',
  m3: 'MTQ',
  t: 'TNE',
  thousands: 'MIL',
  g: 'GRM',
  bbl: 'BLL',
};

test('given the catalogue, then no code comes twice and every country is known', () => {
  expect(new Set(CATALOGUE.map((good) => good.code)).size).toBe(CATALOGUE.length);
  expect(CATALOGUE.length).toBeGreaterThanOrEqual(120);
  for (const good of CATALOGUE)
    for (const country of [...good.from, ...good.to]) expect(countryOf(country).code).toBe(country);
});

test('given a good counted in a unit, then it is known what one weighs', () => {
  for (const good of CATALOGUE) expect(good.unit === undefined).toBe(good.kgPerUnit === undefined);
});

describe.skipIf(!existsSync(SCHEDULE))('given the US tariff schedule of 2025', () => {
  const units = existsSync(SCHEDULE) ? unitsByCode() : new Map<string, ReadonlySet<string>>();

  test.each(CATALOGUE.map((good) => [good.code, good] as const))(
    'then %s is a line of it, and is counted in its unit',
    (code, good) => {
      const stated = units.get(code);
      expect(stated).toBeDefined();
      if (good.unit !== undefined) expect([...(stated ?? [])].map((unit) => UNITS[unit])).toContain(good.unit);
    },
  );

  test('then every code that goods are disguised as is a line of it', () => {
    for (const disguise of DISGUISES) expect(units.has(disguise.declaredCode)).toBe(true);
  });
});

test.skipIf(!existsSync(PORTS))('given the list of sea ports, then nearly all of ours are on it', () => {
  const known = JSON.parse(readFileSync(PORTS, 'utf8')) as Readonly<Record<string, unknown>>;
  const ours = new Set(
    CATALOGUE.flatMap((good) => [...good.from, ...good.to]).flatMap((country) => countryOf(country).sea),
  );
  const missing = [...ours].filter((port) => !(port in known));
  expect(missing.filter((port) => !['MXLZC', 'QAHMD', 'IEORK'].includes(port))).toEqual([]);
});

function unitsByCode(): ReadonlyMap<string, ReadonlySet<string>> {
  const rows: { readonly number: string; readonly unit: string }[] = parse(readFileSync(SCHEDULE), {
    bom: true,
    from: 2,
    columns: ['number', false, false, 'unit'],
    relax_column_count: true,
  });
  const found = new Map<string, Set<string>>();
  for (const { number, unit } of rows) {
    const digits = number.replaceAll('.', '');
    if (digits.length < 8) continue;
    const units = found.get(digits.slice(0, 8)) ?? new Set();
    for (const word of unit === '' ? [] : (JSON.parse(unit) as string[])) units.add(word);
    found.set(digits.slice(0, 8), units);
  }
  return found;
}
