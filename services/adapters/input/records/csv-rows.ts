import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { isSepLine, separatorOf } from '../../../csv/dialect.ts';
import { columnName } from '../../../csv/header.ts';
import { type CsvCells, type CsvProblem, parserOptions, widthOf, widthProblem } from '../../../csv/rows.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { peek } from '../source/peek.ts';
import { decoded, inUtf8 } from './utf-8.ts';

/** With more of them than this, the file is something else. */
const MOST_BAD_ROWS = 1_000;
const HEAD = 64 * 1024;

/** What a CSV file holds, in its order: its header first, then rows and what cannot be read. */
export type CsvPart =
  | { readonly kind: 'header'; readonly line: number; readonly columns: readonly string[] }
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly string[] }
  /** `cells` of a row that has too many or too few. */
  | { readonly kind: 'bad'; readonly error: TidewaiterError; readonly cells?: readonly string[] };

/**
 * Reads a CSV file of any of the usual dialects, row by row. Throws TDW_CSV_MALFORMED where nearly nothing can be read,
 * TDW_INPUT_ENCODING.
 * @param encoding where it is stated; else UTF-8, or UTF-16 where a byte order mark says so
 */
export async function* csvParts(source: AsyncIterable<Uint8Array>, encoding?: string): AsyncGenerator<CsvPart> {
  const { head, bytes } = await peek(encoding === undefined ? inUtf8(source) : source, HEAD);
  const skipped = new SkippedRows();
  const parser = parse(
    parserOptions(separatorOf(new TextDecoder(encoding).decode(head)), (problem) => skipped.add(problem)),
  );
  pipeline(Readable.from(decoded(bytes, encoding)), parser, () => undefined);
  let columns: readonly string[] | undefined;
  let bad = 0;
  for await (const { record, info } of parser as AsyncIterable<{
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }>) {
    const row = { line: info.lines, cells: record };
    const parts = [
      ...skipped.upTo(row.line),
      ...(columns === undefined ? headerIn(row) : [partOf(row, columns.length)]),
    ];
    for (const part of parts) {
      if (part.kind === 'header') columns = part.columns;
      if (part.kind === 'bad') bad += 1;
      yield part;
    }
    if (bad > MOST_BAD_ROWS)
      throw new TidewaiterError('TDW_CSV_MALFORMED', `More than ${String(MOST_BAD_ROWS)} rows cannot be read.`, {
        location: { line: row.line },
      });
  }
  yield* skipped.upTo(Number.POSITIVE_INFINITY);
}

/** Rows that the parser passed over. It reads ahead: what it skipped further down is not told yet. */
class SkippedRows {
  #problems: readonly CsvProblem[] = [];

  add(problem: CsvProblem): void {
    // A row that is too long is skipped piece by piece, all of them at its beginning.
    if (this.#problems.at(-1)?.line !== problem.line || problem.line === undefined)
      this.#problems = [...this.#problems, problem];
  }

  upTo(line: number): readonly CsvPart[] {
    if (this.#problems.length === 0) return [];
    const before = this.#problems.filter((problem) => (problem.line ?? 0) <= line);
    this.#problems = this.#problems.filter((problem) => (problem.line ?? 0) > line);
    return before.map((problem) => ({ kind: 'bad', error: malformed(problem) }));
  }
}

function headerIn({ line, cells }: CsvCells): readonly CsvPart[] {
  return isSepLine(cells) ? [] : [{ kind: 'header', line, columns: cells.slice(0, widthOf(cells)).map(columnName) }];
}

function partOf(row: CsvCells, columns: number): CsvPart {
  const problem = widthProblem(row, columns);
  return problem === undefined ? { kind: 'row', ...row } : { kind: 'bad', error: malformed(problem), cells: row.cells };
}

function malformed({ line, what }: CsvProblem): TidewaiterError {
  return new TidewaiterError(
    'TDW_CSV_MALFORMED',
    `${what.replace(/\.$/, '')}.`,
    line === undefined ? {} : { location: { line } },
  );
}
