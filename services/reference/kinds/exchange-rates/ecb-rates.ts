import { datePattern } from '../../../csv/date-pattern.ts';
import { asDay, type Day, knownDay } from '../../../risk/declaration/day.ts';
import { columnOf, csvColumns, type CsvRow, readCsv, refuseRepeated } from '../../../source-files/read-csv.ts';
import { malformedRow, type SourceFile } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';
import type { RatesOfFile } from './content.ts';
/**
 * No subheading can be judged before the oldest loaded edition of the Harmonized System; rates before it are not
 * needed.
 */
const FIRST_DAY = knownDay('2017-01-01');
/** "2025-09-08" in the file of all days, "08 September 2025" in the file of the last one. */
const DAY_PATTERNS = ['yyyy-MM-dd', 'd MMMM yyyy'].map((text) => datePattern(text)!);

/**
 * The European Central Bank's euro reference rates, "eurofxref-hist.csv" and "eurofxref.csv": one row a working day,
 * one column a currency.
 */
export const ecbRates: Format<RatesOfFile> = {
  id: 'ecb-rates',
  description:
    'euro foreign exchange reference rates of the European Central Bank, of all days or of one, CSV (columns Date, USD, JPY, … GBP, CHF)',
  source: 'Euro foreign exchange reference rates, European Central Bank',
  licence: 'free to use with the source named',
  recognises: (file) => {
    const [first, ...rest] = csvColumns(file);
    return first === 'Date' && ['USD', 'JPY', 'GBP', 'CHF'].every((currency) => rest.includes(currency));
  },
  read(file) {
    const rows = readCsv(file);
    const read = rows.map((row) => ({ line: row.line, day: dayOf(file, row), rates: ratesOf(file, row) }));
    refuseRepeated(
      file,
      'Date',
      columnOf(
        read.map(({ line, day }) => ({ line, record: { Date: day } })),
        'Date',
      ),
    );
    const days = read
      .filter(({ day }) => day >= FIRST_DAY)
      .map(({ day, rates }) => ({ day, rates }))
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    return { piece: { piece: 'exchange-rates', base: 'EUR', days }, rows: rows.length };
  },
};

function dayOf(file: SourceFile, { line, record }: CsvRow): Day {
  const text = record['Date']!;
  const day = DAY_PATTERNS.map((pattern) => asDay(pattern.read(text) ?? '')).find((read) => read !== undefined);
  if (day === undefined) throw malformedRow(file, line, 'Date', `"${text}" is no day`);
  return day;
}

function ratesOf(file: SourceFile, { line, record }: CsvRow): Readonly<Record<string, string>> {
  const rates = Object.entries(record).filter(
    ([currency, text]) => /^[A-Z]{3}$/.test(currency) && text !== '' && text !== 'N/A',
  );
  const wrong = rates.find(([, text]) => !/^\d+(\.\d+)?$/.test(text));
  if (wrong !== undefined) throw malformedRow(file, line, wrong[0], `"${wrong[1]}" is no rate`);
  return Object.fromEntries(rates);
}
