import type { Day } from '../../risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { repeatedKey } from '../../risk/json/repeated-key.ts';
import { csvColumns, readCsv } from '../importing/read-csv.ts';
import type { SourceFile } from '../importing/source-file.ts';
import { HISTORY_COLUMNS, historyEntryOf, type HistoryEntry } from './history-row.ts';

/** Traders' history as a file states it. */
export interface ReadHistory {
  /** First day that it covers. */
  readonly since: Day;
  readonly counts: readonly HistoryEntry[];
}

interface Found {
  readonly line: number;
  readonly given: unknown;
}

/**
 * Reads counts of earlier declarations: JSON lines or CSV (one counter each, see `HISTORY_COLUMNS`), told by content. All or
 * nothing: the first broken one throws `TDW_HISTORY_MALFORMED` with file, line and field.
 * @param since first day that the history covers; where none is given, the earliest `firstSeen`
 */
export function readHistory(file: SourceFile, since?: Day): ReadHistory {
  const text = file.body.kind === 'text' ? file.body.text : '';
  const found = text.trimStart().startsWith('{') ? readJsonLines(file, text) : readRows(file);
  const lines = new Map<string, number>();
  const counts = found.map(({ line, given }) => {
    const entry = historyEntryOf(given);
    if ('what' in entry) throw malformed(file, line, entry.field, entry.what);
    const before = lines.get(JSON.stringify(entry[0]));
    if (before !== undefined) throw malformed(file, line, 'party', `the same counter stands in line ${before} already`);
    lines.set(JSON.stringify(entry[0]), line);
    return entry;
  });
  return { since: since ?? earliest(file, counts), counts };
}

function earliest(file: SourceFile, counts: readonly HistoryEntry[]): Day {
  const [first] = counts.flatMap(([, { firstSeen }]) => firstSeen ?? []).sort();
  if (first === undefined) throw malformed(file, undefined, 'firstSeen', 'nothing says since when the history is kept: state firstSeen, or give the day');
  return first;
}

function readJsonLines(file: SourceFile, text: string): readonly Found[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line: index + 1, given: parsed(file, line, index + 1) }]));
}

function parsed(file: SourceFile, text: string, line: number): unknown {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw malformed(file, line, undefined, 'is no well-formed JSON');
  }
  const twice = repeatedKey(text);
  if (twice !== undefined) throw malformed(file, line, twice, 'stands twice in one object');
  return given;
}

function readRows(file: SourceFile): readonly Found[] {
  const columns = csvColumns(file);
  const missing = ['party', 'dimension', 'declarations'].find((column) => !columns.includes(column));
  if (missing !== undefined) throw malformed(file, 1, missing, `is neither JSON lines nor a CSV with the columns ${HISTORY_COLUMNS.join(', ')}`);
  const stray = columns.find((column) => !(HISTORY_COLUMNS as readonly string[]).includes(column));
  if (stray !== undefined) throw malformed(file, 1, stray, 'is no column of a history');
  return readCsv(file).map(({ line, record }) => ({ line, given: record }));
}

function malformed(file: SourceFile, line: number | undefined, element: string | undefined, what: string): TidewaiterError {
  const place = { file: file.name, ...(line === undefined ? {} : { line }), ...(element === undefined ? {} : { element }) };
  return new TidewaiterError('TDW_HISTORY_MALFORMED', `${[file.name, line === undefined ? '' : `line ${line}`, element ?? ''].filter((part) => part !== '').join(', ')}: ${what}.`, { place });
}
