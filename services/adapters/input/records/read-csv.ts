import { DecimalCells } from '../../../csv/decimal-cells.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { inFile } from '../source/in-file.ts';
import type { InputEntry, InputSource, RecordOptions } from '../source/input-entry.ts';
import { completeEvent } from './complete.ts';
import { columnsOf } from './csv-header.ts';
import type { ColumnPath } from './csv-path.ts';
import { eventOfRow, joinRows, withItemNumbers } from './csv-row.ts';
import { type CsvPart, csvParts } from './csv-rows.ts';
import { lookedAt } from './look-ahead.ts';
import { fieldError } from './read-json-lines.ts';

type Slots = Record<string, unknown>;
/** `gap`: the row before it could not be read; `problem`: one of its own cells could not. */
interface Row {
  readonly line: number;
  readonly slots: Slots;
  readonly gap: boolean;
  readonly problem?: TidewaiterError | undefined;
}
interface BadRow {
  readonly error: TidewaiterError;
}

/**
 * One event a row, under a header of schema paths, in any of the usual dialects of CSV. Rows that follow each other and
 * differ only in `goodsItems`,
 * with other item numbers or none, are the items of one declaration. A bad row is one error with its line; the next
 * ones are still read.
 * A declaration that lost one of its items that way is an error too: it is never taken for whole.
 */
export async function* readCsv(source: InputSource, options: RecordOptions): AsyncGenerator<InputEntry> {
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
      held =
        joined === undefined || held === undefined
          ? { ...row, gap: false }
          : { line: held.line, slots: joined, gap: held.gap || row.gap, problem: held.problem ?? row.problem };
    }
    if (held !== undefined) yield entryOf(held, file, options);
    if (isEmpty) yield { kind: 'failed', file, error: emptyFile(file) };
  } catch (error) {
    yield { kind: 'failed', file, error: inFile(error, file) };
  }
}

/** The error for a file that has no row under its header. */
export function emptyFile(file: string): TidewaiterError {
  return new TidewaiterError('TDW_INPUT_EMPTY', 'The file has a header and no row under it.', { location: { file } });
}

async function* rowsOf(source: InputSource): AsyncGenerator<Row | BadRow> {
  const decimals = new DecimalCells();
  let columns: readonly ColumnPath[] = [];
  let gap = false;
  for await (const part of lookedAt(csvParts(source.bytes), decimals, (header) =>
    columnsOf(header.columns, header.line).map(({ field }) => field.kind === 'decimal'),
  )) {
    if (part.kind === 'header') columns = columnsOf(part.columns, part.line);
    else {
      const row = part.kind === 'bad' ? { error: part.error } : rowOf(part, columns, decimals, gap);
      yield row;
      gap = part.kind === 'bad';
    }
  }
}

function rowOf(
  { line, cells }: Extract<CsvPart, { kind: 'row' }>,
  columns: readonly ColumnPath[],
  decimals: DecimalCells,
  gap: boolean,
): Row {
  const { slots, problem } = eventOfRow(cells, columns, decimals, line);
  return {
    line,
    slots,
    gap,
    ...(problem === undefined ? {} : { problem: valueError(line, problem.column, problem.what) }),
  };
}

/** The error for a cell that cannot be read. */
export function valueError(line: number, column: string, what: string): TidewaiterError {
  return new TidewaiterError('TDW_CSV_VALUE', `${what}.`, { location: { line, element: column } });
}

function entryOf(row: Row, file: string, options: RecordOptions): InputEntry {
  if (row.gap)
    return {
      kind: 'failed',
      file,
      error: new TidewaiterError('TDW_CSV_MALFORMED', 'A row among the items of this declaration cannot be read.', {
        location: { file, line: row.line },
      }),
    };
  if (row.problem !== undefined) return { kind: 'failed', file, error: inFile(row.problem, file) };
  const completed = completeEvent(withItemNumbers(row.slots), options, 'CSV');
  if ('event' in completed) return { kind: 'event', file, event: completed.event };
  return { kind: 'failed', file, error: fieldError('TDW_EVENT_INVALID', completed.problems, file, row.line) };
}
