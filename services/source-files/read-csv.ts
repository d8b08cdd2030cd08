import { DecimalCells } from '../csv/decimal-cells.ts';
import { headerProblem, type WantedColumns } from '../csv/header.ts';
import { columnsOf, readTable } from '../csv/read-table.ts';
import type { CsvProblem } from '../csv/rows.ts';
import { type Malformed, malformedIn, malformedRow, type SourceFile } from './source-file.ts';

/** One row of a CSV file by column, with the line it began on. */
export interface CsvRow {
  readonly line: number;
  readonly record: Readonly<Record<string, string>>;
}

/** Names of the columns of a CSV file: how formats are told apart. Empty where the file is no text. */
export function csvColumns({ body }: SourceFile): readonly string[] {
  return body.kind === 'text' ? columnsOf(body.text) : [];
}

/**
 * Reads a CSV file with a header, in any of the usual dialects. A row of another width, a broken quote or a header that
 * is not as wanted is refused with its line,
 * by what `malformed` makes of it; all columns that are wrong are named at once.
 */
export function readCsv(
  file: SourceFile,
  malformed: Malformed = malformedIn(file, 'TDW_REFERENCE_MALFORMED'),
  wanted?: WantedColumns,
): readonly CsvRow[] {
  const { body } = file;
  if (body.kind !== 'text') return [];
  const { columns, headerLine, rows } = readTable(body.text, ({ line, what }: CsvProblem) =>
    malformed(line, undefined, `is no well-formed CSV (${what})`),
  );
  const problem = wanted === undefined ? undefined : headerProblem(columns, wanted);
  if (problem !== undefined) throw malformed(headerLine, problem.element, `wrong columns (${problem.what})`);
  return rows.map(({ line, cells }) => ({
    line,
    record: Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? '').trim()])),
  }));
}

/**
 * The same rows with the numbers of some columns in plain notation. A number that may be another is refused by what
 * `malformed` makes of it.
 */
export function withDecimals(
  rows: readonly CsvRow[],
  columns: readonly string[],
  malformed: Malformed,
): readonly CsvRow[] {
  const decimals = new DecimalCells();
  for (const { line, record } of rows) for (const column of columns) decimals.look(record[column] ?? '', line);
  return rows.map(({ line, record }) => {
    const plain = columns
      .filter((column) => (record[column] ?? '') !== '')
      .map((column): readonly [string, string] => {
        const read = decimals.read(record[column]!, line);
        if ('problem' in read) throw malformed(line, column, read.problem);
        return [column, read.value];
      });
    return { line, record: { ...record, ...Object.fromEntries(plain) } };
  });
}

/** The codes of a column, each with its line. */
export function columnOf(
  rows: readonly CsvRow[],
  column: string,
): readonly { readonly line: number; readonly code: string }[] {
  return rows.map(({ line, record }) => ({ line, code: record[column]! }));
}

/** Refuses a file in which one code stands on two rows: which of them counts would be left to chance. @param element the column of the code */
export function refuseRepeated(
  file: SourceFile,
  element: string,
  rows: Iterable<{ readonly line: number; readonly code: string }>,
): void {
  const lineOf = new Map<string, number>();
  for (const { line, code } of rows) {
    const first = lineOf.get(code);
    if (first !== undefined) throw malformedRow(file, line, element, `${code} stands on line ${String(first)} already`);
    lineOf.set(code, line);
  }
}
