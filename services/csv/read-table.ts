import { parse } from 'csv-parse/sync';
import { isSepLine, separatorOf } from './dialect.ts';
import { columnName } from './header.ts';
import { type CsvCells, type CsvProblem, parserOptions, widthOf, widthProblem } from './rows.ts';

/** A CSV text read whole: what its columns are called, and its rows. */
export interface CsvTable {
  readonly columns: readonly string[];
  /** Line of the header, from 1. */
  readonly headerLine: number;
  readonly rows: readonly CsvCells[];
}

/** Enough to see the header of any table. */
const HEADER_CHARACTERS = 20_000;

/** Names of the columns, without reading the rows; empty where the text has no header. */
export function columnsOf(text: string): readonly string[] {
  const beginning = text.slice(0, HEADER_CHARACTERS);
  const header = cellsOf(beginning, () => undefined, 2).find(({ cells }, index) => index > 0 || !isSepLine(cells));
  return header === undefined ? [] : namesIn(header);
}

/**
 * Reads a CSV text of any of the usual dialects.
 * @param refuse makes the error for the first row that cannot be read, or is wider or narrower than the header
 */
export function readTable(text: string, refuse: (problem: CsvProblem) => Error): CsvTable {
  const found = cellsOf(text, (problem) => {
    throw refuse(problem);
  });
  const [header, ...rows] = found[0] !== undefined && isSepLine(found[0].cells) ? found.slice(1) : found;
  if (header === undefined) return { columns: [], headerLine: 1, rows: [] };
  const columns = namesIn(header);
  for (const row of rows) {
    const problem = widthProblem(row, columns.length);
    if (problem !== undefined) throw refuse(problem);
  }
  return { columns, headerLine: header.line, rows };
}

/** Rows without a header, as a list of texts is one: first cells only. */
export function firstCells(text: string, refuse: (problem: CsvProblem) => Error): readonly string[] {
  return cellsOf(
    text,
    (problem) => {
      throw refuse(problem);
    },
    undefined,
    ',',
  )
    .map(({ cells }) => cells[0] ?? '')
    .filter((cell) => cell.trim() !== '');
}

function cellsOf(
  text: string,
  onSkip: (problem: CsvProblem) => void,
  rows?: number,
  separator = separatorOf(text.slice(0, HEADER_CHARACTERS)),
): readonly CsvCells[] {
  const found = parse(text, { ...parserOptions(separator, onSkip), ...(rows === undefined ? {} : { to: rows }) });
  return (
    found as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
  ).map(({ record, info }) => ({ line: info.lines, cells: record }));
}

function namesIn({ cells }: CsvCells): readonly string[] {
  return cells.slice(0, widthOf(cells)).map(columnName);
}
