import type { LicenceLine } from '../../risk/facts/facts.ts';
import { csvColumns, type CsvRow, readCsv, withDecimals } from '../../source-files/read-csv.ts';
import type { Malformed, SourceFile } from '../../source-files/source-file.ts';
import type { LicenceRecord } from './licence-fields.ts';

/**
 * Columns of the CSV: one row a line of a licence. The first six describe the licence and are the same in each of its rows;
 * destinations are separated by blanks; empty means not stated. Rows of one licence may stand apart.
 */
export const LICENCE_COLUMNS = [
  'id',
  'status',
  'holderId',
  'holderName',
  'validFrom',
  'validTo',
  'line',
  'commodityCode',
  'controlEntry',
  'destinations',
  'endUser',
  'quantity',
  'unit',
  'value',
  'currencyId',
] as const;
const LICENCE_LEVEL = LICENCE_COLUMNS.slice(1, 6);
const MUST = ['id', 'status', 'commodityCode'];
const DECIMALS = ['quantity', 'value'];

/** A licence as found, unchecked, with where each part stands. */
export interface FoundLicence {
  readonly fileLine: number;
  readonly given: unknown;
  /** File line of each licence line. */
  readonly lineOfLine: readonly number[];
}

/** Whether a file means to be one: any of its columns is one of theirs. */
export function isLicenceCsv(file: SourceFile): boolean {
  return csvColumns(file).some((column) => (LICENCE_COLUMNS as readonly string[]).includes(column));
}

/** Rows gathered into licences. Throws what `malformed` makes of wrong columns, of a row that cannot be read, or that contradicts another of its licence. */
export function readLicenceCsv(file: SourceFile, malformed: Malformed): readonly FoundLicence[] {
  const byId = new Map<string, CsvRow[]>();
  const read = readCsv(file, malformed, { known: LICENCE_COLUMNS, must: MUST });
  for (const row of withDecimals(read, DECIMALS, malformed)) {
    const id = row.record['id'] ?? '';
    const rows = byId.get(id) ?? [];
    const column =
      rows.length === 0
        ? undefined
        : LICENCE_LEVEL.find((name) => (rows[0]!.record[name] ?? '') !== (row.record[name] ?? ''));
    if (column !== undefined) throw malformed(row.line, column, 'contradicts an earlier row of the same licence');
    byId.set(id, [...rows, row]);
  }
  return [...byId.values()].map((rows) => ({
    fileLine: rows[0]!.line,
    given: toGiven(rows),
    lineOfLine: rows.map(({ line }) => line),
  }));
}

function toGiven(rows: readonly CsvRow[]): unknown {
  const { id, status, holderId, holderName, validFrom, validTo } = rows[0]!.record;
  return {
    id,
    status,
    ...stated({ holderId, holderName, validFrom, validTo }),
    lines: rows.map(({ record }, index) => toGivenLine(record, index)),
  };
}

function toGivenLine(record: Readonly<Record<string, string>>, index: number): unknown {
  const {
    line = '',
    commodityCode,
    controlEntry,
    destinations = '',
    endUser,
    quantity,
    unit,
    value = '',
    currencyId = '',
  } = record;
  return {
    line: line === '' ? index + 1 : Number(line),
    ...stated({ commodityCode, controlEntry, endUser, quantity, unit }),
    destinations: destinations.split(/\s+/).filter((code) => code !== ''),
    ...(value === '' && currencyId === '' ? {} : { value: stated({ value, currencyId }) }),
  };
}

function stated(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

/** Rows of the CSV for licences, without quoting: the cells of one row each, in the order of `LICENCE_COLUMNS`. */
export function* licenceCsvCells(licences: Iterable<LicenceRecord>): Generator<readonly string[]> {
  yield LICENCE_COLUMNS;
  for (const licence of licences)
    for (const line of licence.lines) yield [...licenceCells(licence), ...lineCells(line)];
}

function licenceCells({
  id,
  status,
  holderId = '',
  holderName = '',
  validFrom,
  validTo,
}: LicenceRecord): readonly string[] {
  return [id, status, holderId, holderName, validFrom ?? '', validTo ?? ''];
}

function lineCells({
  line,
  commodityCode = '',
  controlEntry = '',
  destinations,
  endUser = '',
  quantity,
  unit = '',
  value,
}: LicenceLine): readonly string[] {
  return [
    String(line),
    commodityCode,
    controlEntry,
    destinations.join(' '),
    endUser,
    quantity ?? '',
    unit,
    value?.value ?? '',
    value?.currencyId ?? '',
  ];
}
