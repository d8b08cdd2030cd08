import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { inFile } from '../call/in-file.ts';
import type { InputEntry, InputOptions, InputSource } from '../input-entry.ts';
import { peek } from '../source/peek.ts';
import { completeEvent } from './complete.ts';
import { parseColumn, type ColumnPath } from './csv-path.ts';
import { eventOfRow, joinRows } from './csv-row.ts';
import { fieldError } from './read-json-lines.ts';

const LARGEST_RECORD = 10 * 1024 * 1024;
const MOST_COLUMNS = 10_000;
type Slots = Record<string, unknown>;
interface Row { readonly line: number; readonly slots: Slots }

/**
 * One event a row, under a header of schema paths, separated by comma, semicolon or tab. Rows that follow each other and differ only in `goodsItems`,
 * with other item numbers, are the items of one declaration. A bad row is one error with its line; the next ones are still read.
 */
export async function* readCsv(source: InputSource, options: InputOptions): AsyncGenerator<InputEntry> {
  const { file } = source;
  try {
    let held: Row | undefined;
    for await (const row of rowsOf(source)) {
      const joined = held === undefined ? undefined : joinRows(held.slots, row.slots);
      if (held !== undefined && joined === undefined) yield entryOf(held, file, options);
      held = joined === undefined || held === undefined ? row : { line: held.line, slots: joined };
    }
    if (held !== undefined) yield entryOf(held, file, options);
  } catch (error) {
    yield { kind: 'failed', file, error: inFile(csvError(error), file) };
  }
}

async function* rowsOf(source: InputSource): AsyncGenerator<Row> {
  const { head, bytes } = await peek(source.bytes, 64 * 1024);
  const parser = parse({ bom: true, delimiter: separatorOf(head), info: true, skip_empty_lines: true, max_record_size: LARGEST_RECORD });
  pipeline(Readable.from(bytes), parser, () => undefined);
  let columns: readonly ColumnPath[] | undefined;
  for await (const { record, info } of parser as AsyncIterable<{ readonly record: readonly string[]; readonly info: { readonly lines: number } }>) {
    if (columns === undefined) columns = record.map((name) => columnOf(name, info.lines, record.length));
    else yield { line: info.lines, slots: eventOfRow(record, columns) };
  }
}

function columnOf(name: string, line: number, total: number): ColumnPath {
  const column = total > MOST_COLUMNS ? undefined : parseColumn(name);
  if (column !== undefined) return column;
  throw new TidewaiterError('TDW_CSV_COLUMN', `The event has no field ${JSON.stringify(name.slice(0, 200))}.`, { place: { line, element: name.slice(0, 200) } });
}

function entryOf(row: Row, file: string, options: InputOptions): InputEntry {
  const completed = completeEvent(row.slots, options.declarationId);
  if ('event' in completed) return { kind: 'event', file, event: completed.event };
  return { kind: 'failed', file, error: fieldError('TDW_EVENT_INVALID', completed.problems, file, row.line) };
}

/** The separator that the header line has most of; paths hold none of the three. */
function separatorOf(head: Uint8Array): string {
  const header = /^[^\r\n]*/.exec(new TextDecoder().decode(head))?.[0] ?? '';
  const counted = [',', ';', '\t'].map((separator) => ({ separator, count: header.split(separator).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

function csvError(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line: unknown = error['lines'];
  return new TidewaiterError('TDW_CSV_MALFORMED', error.message.replace(/ at line \d+.*$/, ''), { ...(typeof line === 'number' ? { place: { line } } : {}), cause: error });
}
