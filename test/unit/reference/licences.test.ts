import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LICENCES_HELP } from '../../../services/cli/arguments/csv-help.ts';
import { LICENCE_COLUMNS } from '../../../services/reference/licences/licence-csv.ts';
import { LICENCE_STATUSES, type LicenceRecord } from '../../../services/reference/licences/licence-fields.ts';
import { readLicences } from '../../../services/reference/licences/read-licences.ts';
import { writeLicencesCsv, writeLicencesJsonLines } from '../../../services/reference/licences/write-licences.ts';
import { utcDayOf } from '../../../services/risk/declaration/day.ts';
import { decimal } from '../../harness/checked.ts';
import { textFile } from './source-files.ts';

const HEADER = LICENCE_COLUMNS.join(',');
const ROW =
  'GBSIE2026/1,issued,GB123456789000,Ann Exporter Ltd,2026-01-01,2026-12-31,1,85423100,3A001,DE FR,"Works, Inc.",100,NAR,5000,GBP';

const plain = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !text.includes('\u0000'));
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const decimals = fc.integer({ min: 0, max: 1_000_000_000 }).map((n) => decimal(String(n / 1000)));
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => utcDayOf(date.getTime()));
const line = fc.record({
  commodityCode: fc.stringMatching(/^(\d{2}|\d{4}|\d{6,12})$/),
  controlEntry: optional(plain),
  destinations: fc.array(fc.constantFrom('DE', 'FR', 'US')),
  endUser: optional(plain),
  draw: optional(fc.tuple(decimals, fc.constantFrom('NAR', 'KGM'))),
  value: optional(fc.tuple(decimals, fc.constantFrom('GBP', 'USD'))),
});
const licence: fc.Arbitrary<LicenceRecord> = fc
  .record({
    id: plain,
    status: fc.constantFrom(...LICENCE_STATUSES),
    holderId: optional(plain),
    holderName: optional(plain),
    days: fc.tuple(day, day),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  })
  .map(({ id, status, holderId, holderName, days, lines }) => ({
    id,
    status,
    ...(holderId === undefined ? {} : { holderId }),
    ...(holderName === undefined ? {} : { holderName }),
    validFrom: days[0] < days[1] ? days[0] : days[1],
    validTo: days[0] < days[1] ? days[1] : days[0],
    lines: lines.map(({ commodityCode, controlEntry, destinations, endUser, draw, value }, index) => ({
      line: index + 1,
      commodityCode,
      ...(controlEntry === undefined ? {} : { controlEntry }),
      destinations,
      ...(endUser === undefined ? {} : { endUser }),
      ...(draw === undefined ? {} : { quantity: draw[0], unit: draw[1] }),
      ...(value === undefined ? {} : { value: { value: value[0], currencyId: value[1] } }),
    })),
  }));
const register = fc.uniqueArray(licence, {
  selector: ({ id }) => id.replace(/\s+/g, '').toUpperCase(),
  minLength: 1,
  maxLength: 5,
});

describe('a register of licences', () => {
  test('given CSV with one row a line, then licences with their lines', () => {
    const second = ROW.replace(',1,85423100,3A001,DE FR,"Works, Inc.",100,NAR,5000,GBP', ',2,,5A002,,,,,,');
    expect(readLicences(textFile(`${HEADER}\n${ROW}\n${second}\n`))).toEqual([
      {
        id: 'GBSIE2026/1',
        status: 'issued',
        holderId: 'GB123456789000',
        holderName: 'Ann Exporter Ltd',
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        lines: [
          {
            line: 1,
            commodityCode: '85423100',
            controlEntry: '3A001',
            destinations: ['DE', 'FR'],
            endUser: 'Works, Inc.',
            quantity: '100',
            unit: 'NAR',
            value: { value: '5000', currencyId: 'GBP' },
          },
          { line: 2, controlEntry: '5A002', destinations: [] },
        ],
      },
    ]);
  });

  test('given any licences, then what is written as JSON lines or CSV is read back as it was', () => {
    fc.assert(
      fc.property(register, (licences) => {
        expect(readLicences(textFile([...writeLicencesJsonLines(licences)].join('')))).toEqual(licences);
        expect(readLicences(textFile([...writeLicencesCsv(licences)].join('')))).toEqual(licences);
      }),
    );
  });

  test.each([
    ['an unknown status', ROW.replace('issued', 'fine'), 2, 'status'],
    ['a validity that ends before it begins', ROW.replace('2026-12-31', '2025-12-31'), 2, 'validTo'],
    ['a day that is in no calendar', ROW.replace('2026-12-31', '2026-02-30'), 2, 'validTo'],
    ['a quantity below zero', ROW.replace(',100,', ',-1,'), 2, 'lines[0].quantity'],
    ['a quantity without a unit', ROW.replace(',NAR,', ',,'), 2, 'lines[0].unit'],
    ['a value without a currency', ROW.replace(',GBP', ','), 2, 'lines[0].value.currencyId'],
    ['a country by name', ROW.replace('DE FR', 'Germany'), 2, 'lines[0].destinations[0]'],
    ['neither code nor control entry', ROW.replace('85423100,3A001', ','), 2, 'lines[0].commodityCode'],
    [
      'a second line that is broken',
      `${ROW}\n${ROW.replace(',1,85423100', ',2,8542')}\n${ROW.replace(',1,85423100', ',3,8')}`,
      4,
      'lines[2].commodityCode',
    ],
    ['two rows of one licence that disagree on its holder', `${ROW}\n${ROW.replace('Ann', 'Bob')}`, 3, 'holderName'],
    ['the same line number twice', `${ROW}\n${ROW}`, 2, 'lines'],
    ['the same id in other letters', `${ROW}\n${ROW.replace('GBSIE2026/1', 'gbsie 2026/1')}`, 3, 'id'],
  ])('given %s, then it is refused with line and field', (_, rows, fileLine, element) => {
    expect(() => readLicences(textFile(`${HEADER}\n${rows}\n`, 'register.csv'))).toThrow(
      expect.objectContaining({
        code: 'TDW_LICENCES_MALFORMED',
        location: { file: 'register.csv', line: fileLine, element },
      }) as Error,
    );
  });

  test.each([
    ['nothing', '', undefined],
    ['a column that is not known', `${HEADER},colour\n${ROW},red\n`, 'colour'],
    ['text that is neither', 'hello\n', undefined],
    ['text of another encoding', `${HEADER}\n${ROW.replace('Ann', 'Ann\ufffd')}\n`, undefined],
    ['a quantity that may be another', `${HEADER}\n${ROW.replace(',100,', ',"1,234",')}\n`, 'quantity'],
    ['a quotation mark that never ends', `${HEADER}\n"${ROW}\n`, undefined],
    ['a row with a cell too many', `${HEADER}\n${ROW},lost\n`, undefined],
    ['JSON that is broken', '{"id":"A"\n', undefined],
    [
      'JSON that says its status twice',
      '{"id":"A","status":"issued","status":"revoked","lines":[{"commodityCode":"85"}]}\n',
      'status',
    ],
    [
      'JSON with a field that is not known',
      '{"id":"A","status":"issued","lines":[{"commodityCode":"85","colour":"red"}]}\n',
      'lines[0].colour',
    ],
    [
      'JSON with a quantity as number',
      '{"id":"A","status":"issued","lines":[{"commodityCode":"85","quantity":5,"unit":"NAR"}]}\n',
      'lines[0].quantity',
    ],
    ['JSON without an id', '{"status":"issued","lines":[{"commodityCode":"85"}]}\n', 'id'],
  ])('given %s, then it is refused', (_, text, element) => {
    const place = { file: 'given.csv', ...(element === undefined ? {} : { element }) };
    expect(() => readLicences(textFile(text))).toThrow(
      expect.objectContaining({
        code: 'TDW_LICENCES_MALFORMED',
        location: expect.objectContaining(place) as object,
      }) as Error,
    );
  });

  test('given semicolons, tabs, bars or a line "sep=;", and decimal commas, then it is read as with commas', () => {
    const plain = [HEADER, ROW.replace('"Works, Inc."', 'Works').replace(',100,', ',1250.5,')];
    const expected = readLicences(textFile(plain.join('\n')));
    for (const separator of [';', '\t', '|'])
      expect(readLicences(textFile(plain.map((line) => line.replaceAll(',', separator)).join('\n')))).toEqual(expected);
    const german = plain.map((line) => line.replaceAll(',', ';').replace('1250.5', '1.250,5')).join('\r\n');
    expect(readLicences(textFile(`sep=;\r\n${german};;\r\n;;;;\r\n`))).toEqual(expected);
  });

  test('given columns that are not its own, and some that it lacks, then all are named at once', () => {
    expect(() => readLicences(textFile('id;holder;code\nA;B;C'))).toThrow(
      'unknown: "holder", "code"; missing: "status", "commodityCode"',
    );
  });

  test('given the help of the command, then it names every column', () => {
    expect(LICENCES_HELP).toContain(`\n  ${LICENCE_COLUMNS.join(',')}\n`);
  });
});
