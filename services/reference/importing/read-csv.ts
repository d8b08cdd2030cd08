import { parse } from 'csv-parse/sync';
import { malformedIn, type Malformed } from './malformed.ts';
import type { SourceFile } from './source-file.ts';

/** One row of a CSV file by column, with the line it began on. */
export interface CsvRow {
  readonly line: number;
  readonly record: Readonly<Record<string, string>>;
}

/** Names of the columns of a CSV file: how formats are told apart. Empty where the file is no text. */
export function csvColumns({ body }: SourceFile): readonly string[] {
  if (body.kind !== 'text') return [];
  try {
    const rows = parse(body.text.slice(0, 20_000), { bom: true, to: 1, relax_quotes: true, relax_column_count: true });
    return (rows[0] ?? []).map((name) => name.trim());
  } catch {
    return [];
  }
}

/** Reads a CSV file with a header. A row of another width, or a broken quote, is refused with its line, by what `malformed` makes of it. */
export function readCsv(file: SourceFile, malformed: Malformed = malformedIn(file, 'TDW_REFERENCE_MALFORMED')): readonly CsvRow[] {
  const { body } = file;
  if (body.kind !== 'text') return [];
  try {
    const rows = parse(body.text, { bom: true, columns: (header: string[]) => header.map((column) => column.trim()), info: true, skip_empty_lines: true });
    return (rows as unknown as { record: Record<string, string>; info: { lines: number } }[]).map(({ record, info }) => ({ line: info.lines, record }));
  } catch (cause) {
    const line = (cause as { lines?: number }).lines;
    throw malformed(line, undefined, `is no well-formed CSV (${(cause as Error).message})`);
  }
}

/** The codes of a column, each with its line. */
export function columnOf(rows: readonly CsvRow[], column: string): readonly { readonly line: number; readonly code: string }[] {
  return rows.map(({ line, record }) => ({ line, code: record[column]! }));
}
