import type { RetentionSettings } from '../../../config/settings.ts';
import type { Database } from './database.ts';

/** What was removed of a table: rows, or a whole month's partition with all in it. */
export type Removed =
  | { readonly kind: 'rows'; readonly table: string; readonly rows: number }
  | { readonly kind: 'partition'; readonly table: string };

/** Rows a statement removes, so that no lock is held for long. */
const BATCH = 10_000;

/** Said before counters go, so that no reader takes "removed" for "never seen". */
const SHORTEN_HISTORY = 'UPDATE history_state SET since = $1::timestamptz::date WHERE since < $1::timestamptz::date';

/** Removes what is older than its limit; several processes may do it at once. Whole months whose last day has passed the limit go as partitions; of the other tables the rows do, in batches. */
export async function applyRetention(
  database: Database,
  retention: RetentionSettings['tables'],
  now: number,
): Promise<readonly Removed[]> {
  const before = (age: number): string => new Date(now - age).toISOString();
  await database.query(SHORTEN_HISTORY, [before(retention.traderHistory)]);
  return [
    ...(await dropMonths(database, before(retention.assessments))),
    ...(await removeEditions(database, before(retention.assessments))),
    await remove(database, 'recorded', 'assessment_id', 'recorded_at < $1', before(retention.assessments)),
    await remove(database, 'events', 'event_id', 'registered_at < $1', before(retention.events)),
    await remove(
      database,
      'write_offs',
      'ctid',
      "(status = 'released' OR superseded_by IS NOT NULL) AND reserved_at < $1",
      before(retention.events),
    ),
    await remove(
      database,
      'trader_history',
      'ctid',
      'last_seen < $1::timestamptz::date',
      before(retention.traderHistory),
    ),
    await remove(
      database,
      'counted_declarations',
      'declaration_id',
      "entries->>'day' < left($1, 10)",
      before(retention.traderHistory),
    ),
    await remove(database, 'licence_history', 'ctid', 'changed_at < $1', before(retention.licenceHistory)),
    await remove(database, 'outcomes', 'outcome_id', 'recorded_at < $1', before(retention.outcomes)),
    await remove(database, 'accesses', 'access_id', 'at < $1', before(retention.accesses)),
    await remove(database, 'redrives', 'redrive_id', 'at < $1', before(retention.redrives)),
  ];
}

async function dropMonths(database: Database, before: string): Promise<readonly Removed[]> {
  const rows = await database.query<{ partition: string }>(`
    SELECT c.relname AS partition FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'assessments'::regclass ORDER BY 1`);
  const past = rows.map((row) => row.partition).filter((partition) => endOf(partition) <= before);
  for (const partition of past) await database.query(`DROP TABLE IF EXISTS ${partition}`);
  return past.map((table) => ({ kind: 'partition', table }));
}

/**
 * Editions that no assessment names any more: the month of the last one has gone whole. Those in use have been stored or recorded since.
 * A day is added, since their last use is kept to the day.
 */
const UNUSED_EDITIONS = `
DELETE FROM editions
 WHERE date_trunc('month', greatest(stored_at, last_recorded_at) + interval '1 day', 'UTC') + interval '1 month' <= $1::timestamptz
   AND edition_id <> (SELECT edition_id FROM editions ORDER BY greatest(stored_at, last_recorded_at) DESC LIMIT 1)
RETURNING parts`;

/** Snapshots that only those editions named. One that was never part of an edition stays: somebody may yet put it in force. So does one that a table of an earlier release names. */
const UNNAMED_SNAPSHOTS = `
DELETE FROM reference_snapshots s
 WHERE version = ANY($1::text[]) AND NOT EXISTS (SELECT 1 FROM editions e WHERE position(s.version IN e.parts) > 0)
   AND NOT EXISTS (SELECT 1 FROM reference_active a WHERE a.version = s.version)
RETURNING 1`;

async function removeEditions(database: Database, before: string): Promise<readonly Removed[]> {
  return database.transaction(async (query) => {
    const removed = await query<{ parts: string }>(UNUSED_EDITIONS, [before]);
    const named = removed.flatMap(({ parts }) => Object.values(JSON.parse(parts) as Readonly<Record<string, string>>));
    const snapshots = named.length === 0 ? [] : await query(UNNAMED_SNAPSHOTS, [[...new Set(named)]]);
    return [
      { kind: 'rows', table: 'editions', rows: removed.length },
      { kind: 'rows', table: 'reference_snapshots', rows: snapshots.length },
    ];
  });
}

/** "assessments_2026_10" ends where November begins. */
function endOf(partition: string): string {
  const [year, month] = partition.slice('assessments_'.length).split('_').map(Number);
  return new Date(Date.UTC(year!, month, 1)).toISOString();
}

async function remove(
  database: Database,
  table: string,
  key: string,
  condition: string,
  limit: string,
): Promise<Removed> {
  const statement = `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${condition} LIMIT ${BATCH}) RETURNING 1`;
  for (let rows = 0; ;) {
    const removed = (await database.query(statement, [limit])).length;
    rows += removed;
    if (removed < BATCH) return { kind: 'rows', table, rows };
  }
}
