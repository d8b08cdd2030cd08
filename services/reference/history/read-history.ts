import type { Day } from '../../risk/declaration/day.ts';
import { csvColumns, readCsv } from '../../source-files/read-csv.ts';
import { type GivenLine, readJsonLines } from '../../source-files/read-json-lines.ts';
import { type Malformed, malformedIn, refuseOtherEncoding, type SourceFile } from '../../source-files/source-file.ts';
import { HISTORY_COLUMNS, type HistoryEntry, historyEntryOf } from './history-row.ts';

/** Traders' history as a file states it. */
export interface ReadHistory {
  /** First day that it covers. */
  readonly since: Day;
  readonly counts: readonly HistoryEntry[];
}

/**
 * Reads counts of earlier declarations: JSON lines or CSV (one counter each, see `HISTORY_COLUMNS`), told by content.
 * All or
 * nothing: the first broken one throws `TDW_HISTORY_MALFORMED` with file, line and field.
 * @param since first day that the history covers; where none is given, the earliest `firstSeen`
 */
export function readHistory(file: SourceFile, since?: Day): ReadHistory {
  const text = file.body.kind === 'text' ? file.body.text : '';
  const malformed = malformedIn(file, 'TDW_HISTORY_MALFORMED');
  refuseOtherEncoding(text, malformed);
  const found = text.trimStart().startsWith('{') ? readJsonLines(text, malformed) : readRows(file, malformed);
  const lines = new Map<string, number>();
  const counts = found.map(({ line, given }) => {
    const entry = historyEntryOf(given);
    if ('what' in entry) throw malformed(line, entry.field, entry.what);
    const before = lines.get(JSON.stringify(entry[0]));
    if (before !== undefined) throw malformed(line, 'party', `the same counter stands in line ${before} already`);
    lines.set(JSON.stringify(entry[0]), line);
    return entry;
  });
  return { since: since ?? earliest(counts, malformed), counts };
}

function earliest(counts: readonly HistoryEntry[], malformed: Malformed): Day {
  const [first] = counts.flatMap(([, { firstSeen }]) => firstSeen ?? []).sort();
  if (first === undefined)
    throw malformed(
      undefined,
      'firstSeen',
      'nothing says since when the history is kept: state firstSeen, or give the day',
    );
  return first;
}

function readRows(file: SourceFile, malformed: Malformed): readonly GivenLine[] {
  const columns = csvColumns(file);
  const isHistory = columns.some((column) => (HISTORY_COLUMNS as readonly string[]).includes(column));
  if (!isHistory)
    throw malformed(1, 'party', `is neither JSON lines nor a CSV with the columns ${HISTORY_COLUMNS.join(', ')}`);
  const wanted = { known: HISTORY_COLUMNS, must: ['party', 'dimension', 'declarations'] };
  return readCsv(file, malformed, wanted).map(({ line, record }) => ({ line, given: record }));
}
