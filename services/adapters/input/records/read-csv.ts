import { pipeline, Readable } from 'node:stream';
import { parse, type CsvError, type Parser } from 'csv-parse';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { inFile } from '../in-file.ts';
import type { InputEntry, InputOptions, InputSource } from '../input-entry.ts';
import { peek } from '../source/peek.ts';
import { completeEvent } from './complete.ts';
import { columnsOf, separatorOf } from './csv-header.ts';
import type { ColumnPath } from './csv-path.ts';
import { eventOfRow, joinRows } from './csv-row.ts';
import { fieldError } from './read-json-lines.ts';
import { decoded, inUtf8 } from './utf-8.ts';

const LARGEST_RECORD = 10 * 1024 * 1024;
/** With more of them than this, the file is something else. */
const MOST_BAD_ROWS = 1_000;
type Slots = Record<string, unknown>;
/** `gap`: the row before it could not be read. */
interface Row { readonly line: number; readonly slots: Slots; readonly gap: boolean }
interface BadRow { readonly error: TidewaiterError }

/**
 * One event a row, under a header of schema paths, separated by comma, semicolon, tab or bar. Rows that follow each other and differ only in `goodsItems`,
 * with other item numbers, are the items of one declaration. A bad row is one error with its line; the next ones are still read.
 * A declaration that lost one of its items that way is an error too: it is never taken for whole.
 */
export async function* readCsv(source: InputSource, options: InputOptions): AsyncGenerator<InputEntry> {
  const { file } = source;
  try {
    let held: Row | undefined;
    let isEmpty = true;
    for await (const row of rowsOf(source)) {
      isEmpty = false;
      if ('error' in row) {
        yield { kind: 'failed', file, error: inFile(row.error, file) };
        continue;
      }
      const joined = held === undefined ? undefined : joinRows(held.slots, row.slots);
      if (held !== undefined && joined === undefined) yield entryOf(held, file, options);
      held = joined === undefined || held === undefined ? { ...row, gap: false } : { line: held.line, slots: joined, gap: held.gap || row.gap };
    }
    if (held !== undefined) yield entryOf(held, file, options);
    if (isEmpty) yield { kind: 'failed', file, error: new TidewaiterError('TDW_INPUT_EMPTY', 'The file has a header and no row under it.', { place: { file } }) };
  } catch (error) {
    yield { kind: 'failed', file, error: inFile(error, file) };
  }
}

async function* rowsOf(source: InputSource): AsyncGenerator<Row | BadRow> {
  const { head, bytes } = await peek(inUtf8(source.bytes), 64 * 1024);
  const skipped: TidewaiterError[] = [];
  const parser = parserOf(separatorOf(head), (error) => {
    // A row that is too long is skipped piece by piece, all of them at its beginning.
    if (skipped.at(-1)?.place?.line !== error.place?.line) skipped.push(error);
  });
  pipeline(Readable.from(decoded(bytes)), parser, () => undefined);
  let columns: readonly ColumnPath[] | undefined;
  let gap = false;
  let bad = 0;
  for await (const { record, info } of parser as AsyncIterable<{ readonly record: readonly string[]; readonly info: { readonly lines: number } }>) {
    // The parser reads ahead: what it skipped further down is no gap yet.
    const before = skipped.filter(({ place }) => (place?.line ?? 0) <= info.lines);
    for (const error of before) skipped.splice(skipped.indexOf(error), 1);
    const width = columns === undefined ? 0 : Math.max(columns.length, widthOf(record));
    const wrong = columns === undefined || (record.length >= columns.length && width === columns.length) ? [] : [wrongWidth(record.length, columns.length, info.lines)];
    yield* [...before, ...wrong].map((error) => ({ error }));
    bad += before.length + wrong.length;
    if (bad > MOST_BAD_ROWS) throw new TidewaiterError('TDW_CSV_MALFORMED', `More than ${String(MOST_BAD_ROWS)} rows cannot be read.`, { place: { line: info.lines } });
    gap ||= before.length > 0 || wrong.length > 0;
    if (columns === undefined) columns = columnsOf(record.slice(0, widthOf(record)), info.lines);
    else if (wrong.length === 0) {
      yield { line: info.lines, slots: eventOfRow(record, columns), gap };
      gap = false;
    }
  }
  yield* skipped.map((error) => ({ error }));
}

function parserOf(delimiter: string, onSkip: (error: TidewaiterError) => void): Parser {
  return parse({
    // White space is cut off cells anyway; where it is no separator, it may stand before a quote too.
    bom: true, delimiter, record_delimiter: ['\r\n', '\n', '\r'], ltrim: delimiter !== '\t', info: true, skip_empty_lines: true, skip_records_with_empty_values: true, max_record_size: LARGEST_RECORD, relax_column_count: true, skip_records_with_error: true,
    on_skip: (error) => { if (error !== undefined) onSkip(csvError(error)); },
  });
}

/** Cells up to the last that is not empty: spreadsheets end lines with separators. */
function widthOf(record: readonly string[]): number {
  return record.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function wrongWidth(cells: number, columns: number, line: number): TidewaiterError {
  return new TidewaiterError('TDW_CSV_MALFORMED', `The row has ${String(cells)} cells, the header ${String(columns)}.`, { place: { line } });
}

function entryOf(row: Row, file: string, options: InputOptions): InputEntry {
  if (row.gap) return { kind: 'failed', file, error: new TidewaiterError('TDW_CSV_MALFORMED', 'A row among the items of this declaration cannot be read.', { place: { file, line: row.line } }) };
  const completed = completeEvent(row.slots, options, 'CSV');
  if ('event' in completed) return { kind: 'event', file, event: completed.event };
  return { kind: 'failed', file, error: fieldError('TDW_EVENT_INVALID', completed.problems, file, row.line) };
}

function csvError(error: CsvError): TidewaiterError {
  const line: unknown = error['lines'];
  return new TidewaiterError('TDW_CSV_MALFORMED', error.message.replace(/ at line \d+.*$/, ''), { ...(typeof line === 'number' ? { place: { line } } : {}), cause: error });
}
