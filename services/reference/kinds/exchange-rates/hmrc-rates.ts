import { datePattern } from '../../../csv/date-pattern.ts';
import { asDay, type Day } from '../../../risk/declaration/day.ts';
import { csvColumns, type CsvRow, readCsv } from '../../../source-files/read-csv.ts';
import { malformedRow, type SourceFile } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';
import type { RateDay, RatesOfFile } from './content.ts';
/**
 * Columns as they are called, whatever their capitals: they changed over the years, and so did the encoding of the
 * pound sign.
 */
const COLUMNS = {
  code: /^currency code$/i,
  rate: /^currency units per\b/i,
  from: /^start date$/i,
  to: /^end date$/i,
} as const;
const DAY = datePattern('dd/MM/yyyy')!;
type Column = keyof typeof COLUMNS;

/**
 * HMRC's monthly rates for customs and VAT: units of each currency for one pound, from the first to the last day of a
 * month; one row a country.
 */
export const hmrcRates: Format<RatesOfFile> = {
  id: 'hmrc-rates',
  description:
    'monthly exchange rates of HM Revenue & Customs, CSV (columns Currency Code, Currency Units per £1, Start date, End date)',
  source: 'HMRC monthly exchange rates for customs and VAT, HM Revenue & Customs',
  licence: 'Open Government Licence v3.0',
  recognises: (file) => Object.values(COLUMNS).every((column) => csvColumns(file).some((name) => column.test(name))),
  read(file) {
    const names = namesIn(csvColumns(file));
    const rows = readCsv(file);
    const days = new Map<string, RateDay>();
    for (const row of rows) {
      const read = readRow(file, row, names);
      days.set(read.day, joined(file, row.line, days.get(read.day), read));
    }
    return {
      piece: {
        piece: 'exchange-rates',
        base: 'GBP',
        days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
      },
      rows: rows.length,
    };
  },
};

function namesIn(columns: readonly string[]): Readonly<Record<Column, string>> {
  return Object.fromEntries(
    Object.entries(COLUMNS).map(([column, form]) => [column, columns.find((name) => form.test(name))!]),
  ) as Record<Column, string>;
}

function readRow(
  file: SourceFile,
  { line, record }: CsvRow,
  names: Readonly<Record<Column, string>>,
): RateDay & { readonly validTo: Day } {
  const cell = (column: Column): string => record[names[column]]!;
  const [currency, rate, day, validTo] = [
    cell('code').toUpperCase(),
    cell('rate'),
    asDay(DAY.read(cell('from')) ?? ''),
    asDay(DAY.read(cell('to')) ?? ''),
  ];
  if (!/^[A-Z]{3}$/.test(currency)) throw malformedRow(file, line, names.code, `"${cell('code')}" is no currency`);
  if (!/^\d+(\.\d+)?$/.test(rate) || Number(rate) === 0)
    throw malformedRow(file, line, names.rate, `"${rate}" is no rate`);
  if (day === undefined) throw malformedRow(file, line, names.from, `"${cell('from')}" is no day`);
  if (validTo === undefined || validTo < day)
    throw malformedRow(file, line, names.to, `"${cell('to')}" is no day from ${day} on`);
  return { day, validTo, rates: { [currency]: rate } };
}

/** Countries of one currency have one rate. */
function joined(file: SourceFile, line: number, before: RateDay | undefined, read: RateDay): RateDay {
  if (before === undefined) return read;
  if (before.validTo !== read.validTo)
    throw malformedRow(
      file,
      line,
      undefined,
      `the rates from ${read.day} hold to ${read.validTo ?? ''} here and to ${before.validTo ?? ''} above`,
    );
  const other = Object.entries(read.rates).find(
    ([currency, rate]) => Number(before.rates[currency] ?? rate) !== Number(rate),
  );
  if (other !== undefined)
    throw malformedRow(file, line, other[0], `has the rate ${other[1]} here and ${before.rates[other[0]] ?? ''} above`);
  return { ...read, rates: { ...read.rates, ...before.rates } };
}
