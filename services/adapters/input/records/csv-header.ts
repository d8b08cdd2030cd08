import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { parseColumn, type ColumnPath } from './csv-path.ts';

const MOST_COLUMNS = 10_000;

/** The separator that the header line has most of; paths hold none of the four. */
export function separatorOf(head: Uint8Array): string {
  const header = /^[^\r\n]*/.exec(new TextDecoder().decode(head).trimStart())?.[0] ?? '';
  const counted = [',', ';', '\t', '|'].map((separator) => ({ separator, count: header.split(separator).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

/** Where each cell goes. Throws TDW_CSV_COLUMN for a column that the event does not have, or one that stands twice. */
export function columnsOf(header: readonly string[], line: number): readonly ColumnPath[] {
  const seen = new Set<string>();
  return header.map((name) => {
    const column = columnOf(name, line, header.length);
    if (seen.has(column.text)) throw new TidewaiterError('TDW_CSV_COLUMN', `The header names ${JSON.stringify(column.text)} twice.`, { place: { line, element: column.text } });
    seen.add(column.text);
    return column;
  });
}

function columnOf(name: string, line: number, total: number): ColumnPath {
  const column = total > MOST_COLUMNS ? undefined : parseColumn(name);
  if (column !== undefined) return column;
  throw new TidewaiterError('TDW_CSV_COLUMN', `The event has no field ${JSON.stringify(name.slice(0, 200))}.`, { place: { line, element: name.slice(0, 200) } });
}
