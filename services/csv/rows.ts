import type { CsvError, Options } from 'csv-parse';

/** A row as it stands: its cells, with the line it begins on, from 1. */
export interface CsvCells {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row, or what follows the header and is none. */
export interface CsvProblem {
  readonly line: number | undefined;
  /** Ends a sentence: "The row has 2 cells, the header 3". */
  readonly what: string;
}

const LARGEST_RECORD = 10 * 1024 * 1024;

/**
 * How every CSV text is read: line ends of any kind, blank lines and rows of nothing but separators passed over, blanks
 * before quotes, a byte order mark.
 * A row that cannot be read is skipped, and told by `onSkip`; widths are looked at by `widthProblem`.
 */
export function parserOptions(delimiter: string, onSkip: (problem: CsvProblem) => void): Options {
  return {
    // White space is cut off cells anyway; where it is no separator, it may stand before a quote and behind one too.
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    ltrim: delimiter !== '\t',
    rtrim: delimiter !== '\t',
    info: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: LARGEST_RECORD,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined) onSkip(problemOf(error));
    },
  };
}

function problemOf(error: CsvError): CsvProblem {
  const line: unknown = error['lines'];
  return { line: typeof line === 'number' ? line : undefined, what: error.message.replace(/ at line \d+.*$/, '') };
}

/** Cells up to the last that is not empty: spreadsheets end lines with separators. */
export function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/**
 * What is wrong with the number of cells of a row under a header of so many columns; separators behind the last are
 * none.
 */
export function widthProblem({ line, cells }: CsvCells, columns: number): CsvProblem | undefined {
  if (cells.length >= columns && widthOf(cells) <= columns) return undefined;
  return { line, what: `The row has ${String(cells.length)} cells, the header ${String(columns)}` };
}
