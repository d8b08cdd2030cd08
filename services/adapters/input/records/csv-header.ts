import { repeated, toldTogether } from '../../../csv/header.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { type ColumnPath, parseColumn } from './csv-path.ts';

const MOST_COLUMNS = 10_000;

/**
 * Where each cell goes. Throws TDW_CSV_COLUMN, naming every column that the event does not have and every one that
 * stands twice.
 */
export function columnsOf(header: readonly string[], line: number): readonly ColumnPath[] {
  if (header.length > MOST_COLUMNS)
    throw new TidewaiterError(
      'TDW_CSV_COLUMN',
      `The header has ${String(header.length)} columns; ${String(MOST_COLUMNS)} are the most.`,
      { location: { line } },
    );
  const columns = header.map(parseColumn);
  const known = columns.filter((column) => column !== undefined);
  const unknown = header.filter((_, index) => columns[index] === undefined);
  const problem = toldTogether({ unknown, missing: [], twice: repeated(known.map(({ text }) => text)) });
  if (problem !== undefined)
    throw new TidewaiterError(
      'TDW_CSV_COLUMN',
      `The header has columns that are no fields of the event, or has them twice (${problem.what}).`,
      { location: { line, element: problem.element.slice(0, 200) } },
    );
  return known;
}
