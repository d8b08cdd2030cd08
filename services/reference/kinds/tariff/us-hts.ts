import type { DutyRate } from '../../../risk/facts/facts.ts';
import { columnOf, csvColumns, type CsvRow, readCsv, refuseRepeated } from '../../../source-files/read-csv.ts';
import { malformedRow, type SourceFile } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';
import type { RawTariffLine } from './content.ts';
import { parseProvision, type Provision } from './us-provision.ts';
import { parseUsRate } from './us-rate.ts';
import { usSupplementaryUnit } from './us-units.ts';

/** A tariff as one file brings it. */
export interface TariffOfFile {
  readonly piece: 'tariff';
  readonly country: string;
  readonly lines: readonly RawTariffLine[];
  readonly statistical: readonly (readonly [string, readonly string[]])[];
  readonly provisions: readonly Provision[];
}

const COLUMNS = ['HTS Number', 'Indent', 'Description', 'Unit of Quantity', 'General Rate of Duty'];
const LINE_DIGITS = 8;

/** One level of the schedule's indentation, as far as further rows inherit from it. */
interface Ancestor {
  readonly indent: number;
  readonly description: string;
  readonly rate?: DutyRate;
}

/** The Harmonized Tariff Schedule of the United States: indented rows, rates at eight digits, units at ten. */
export const usHts: Format<TariffOfFile> = {
  id: 'us-hts',
  description: `US tariff schedule, CSV (columns ${COLUMNS.join(', ')})`,
  source: 'Harmonized Tariff Schedule of the United States, US International Trade Commission',
  licence: 'work of the US government, public domain',
  recognises: (file) => COLUMNS.every((column) => csvColumns(file).includes(column)),
  read(file) {
    const rows = readCsv(file);
    refuseRepeated(
      file,
      'HTS Number',
      columnOf(rows, 'HTS Number').filter(({ code }) => code.trim() !== ''),
    );
    const lines = new Map<string, RawTariffLine>();
    const statistical: [string, readonly string[]][] = [];
    const provisions: Provision[] = [];
    let ancestors: readonly Ancestor[] = [];
    for (const row of rows) {
      const read = readRow(file, row, ancestors);
      ancestors = [...read.above, read.own];
      provisions.push(...read.provisions);
      if (read.code.length >= LINE_DIGITS) addLine(lines, read);
      if (read.code.length === 10) statistical.push([read.code, read.units]);
    }
    return {
      piece: {
        piece: 'tariff',
        country: 'US',
        lines: withCommonUnits(lines, statistical),
        statistical: belowLines(statistical),
        provisions,
      },
      rows: rows.length,
    };
  },
};

interface ReadRow {
  readonly code: string;
  readonly units: readonly string[];
  readonly rate: DutyRate | undefined;
  readonly above: readonly Ancestor[];
  readonly own: Ancestor;
  readonly provisions: readonly Provision[];
}

function readRow(file: SourceFile, { line, record }: CsvRow, ancestors: readonly Ancestor[]): ReadRow {
  const code = record['HTS Number']!.replaceAll('.', '').trim();
  if (!/^(\d{4}|\d{6}|\d{8}|\d{10})?$/.test(code))
    throw malformedRow(file, line, 'HTS Number', `"${record['HTS Number']}" is no code of 4, 6, 8 or 10 digits`);
  const indent = Number(record['Indent']);
  if (!Number.isInteger(indent)) throw malformedRow(file, line, 'Indent', `"${record['Indent']}" is no whole number`);
  const above = ancestors.filter((ancestor) => ancestor.indent < indent);
  const text = record['General Rate of Duty']!;
  const rate = text.trim() === '' ? above.findLast((ancestor) => ancestor.rate)?.rate : parseUsRate(text);
  const description = record['Description']!.trim();
  const provision = parseProvision(record['HTS Number']!, description, text);
  return {
    code,
    units: unitsOf(file, line, record['Unit of Quantity']!),
    rate,
    above,
    own: { indent, description, ...(rate === undefined ? {} : { rate }) },
    provisions: provision === undefined ? [] : [provision],
  };
}

function unitsOf(file: SourceFile, line: number, text: string): readonly string[] {
  if (text.trim() === '') return [];
  try {
    const units = (JSON.parse(text) as unknown[]).map((unit) => usSupplementaryUnit(String(unit)));
    return [...new Set(units.filter((unit) => unit !== undefined))];
  } catch (cause) {
    throw malformedRow(file, line, 'Unit of Quantity', `"${text}" is no list (${(cause as Error).message})`);
  }
}

/** The first row of a line's eight digits makes it; rows below repeat or inherit its rate. */
function addLine(lines: Map<string, RawTariffLine>, { code, units, rate, above, own }: ReadRow): void {
  const line = code.slice(0, LINE_DIGITS);
  if (lines.has(line)) return;
  const description = [...above.slice(1), own].map((part) => part.description.replace(/:$/, '')).join(' – ');
  lines.set(line, { code: line, rate: rate ?? { kind: 'other', text: 'no rate of its own' }, units, description });
}

/** A line asks for the units that every statistical code below it asks for. */
function withCommonUnits(
  lines: ReadonlyMap<string, RawTariffLine>,
  statistical: readonly (readonly [string, readonly string[]])[],
): readonly RawTariffLine[] {
  const common = new Map<string, readonly string[]>();
  for (const [code, units] of statistical) {
    const line = code.slice(0, LINE_DIGITS);
    const sofar = common.get(line);
    common.set(line, sofar === undefined ? units : sofar.filter((unit) => units.includes(unit)));
  }
  return [...lines.values()].map((line) => ({ ...line, units: common.get(line.code) ?? line.units }));
}

/** "…00" under a line is the line itself. */
function belowLines(
  statistical: readonly (readonly [string, readonly string[]])[],
): readonly (readonly [string, readonly string[]])[] {
  return statistical.filter(([code]) => !code.endsWith('00'));
}
