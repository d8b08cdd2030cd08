import type { Instant } from '../../risk/declaration/instant.ts';
import type { Database } from './database.ts';

/** Numbers an advisory lock: two processes must not make the same month at once. */
const MONTH_LOCK = 7_430_119;
const known = new WeakMap<Database, Set<string>>();

/** Makes the partitions of `assessments` that these times fall into, where they do not exist yet. */
export async function ensureMonths(database: Database, instants: readonly Instant[]): Promise<void> {
  const present = known.get(database) ?? new Set<string>();
  known.set(database, present);
  const missing = [...new Set(instants.map((instant) => instant.slice(0, 7)))].filter((month) => !present.has(month));
  for (const month of missing) {
    await database.transaction(async (query) => {
      await query('SELECT pg_advisory_xact_lock($1)', [MONTH_LOCK]);
      await query(
        `CREATE TABLE IF NOT EXISTS ${partitionOf(month)} PARTITION OF assessments FOR VALUES FROM ('${month}-01Z') TO ('${monthAfter(month)}-01Z')`,
      );
    });
    present.add(month);
  }
}

/** Name of a month's partition; months are "2026-11". */
const partitionOf = (month: string): string => `assessments_${month.replace('-', '_')}`;

function monthAfter(month: string): string {
  const start = new Date(`${month}-01T00:00:00Z`);
  start.setUTCMonth(start.getUTCMonth() + 1);
  return start.toISOString().slice(0, 7);
}
