import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Database, Query } from './database.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** Numbers an advisory lock: any process may migrate, one at a time. */
export const MIGRATION_LOCK = 7_430_118;

/** The migrations of a folder, in the order of their names. */
export async function readMigrations(directory: string): Promise<readonly Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(directory, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Which migrations the database lacks, in order. Throws TDW_MIGRATION_CHANGED where one that it has was edited since. */
export async function pendingMigrations(query: Query, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const [known] = await query<{ present: boolean }>("SELECT to_regclass('schema_migrations') IS NOT NULL AS present");
  if (!known?.present) return migrations;
  const applied = new Map(
    (await query<{ name: string; hash: string }>('SELECT name, hash FROM schema_migrations')).map((row) => [
      row.name,
      row.hash,
    ]),
  );
  const changed = migrations.find((migration) => (applied.get(migration.name) ?? migration.hash) !== migration.hash);
  if (changed)
    throw new TidewaiterError(
      'TDW_MIGRATION_CHANGED',
      `The migration ${changed.name} is not the one that this database was made with.`,
    );
  return migrations.filter((migration) => !applied.has(migration.name));
}

/** Applies what is pending, all or nothing, and answers the names. Safe to run from several processes at once. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  return database.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const pending = await pendingMigrations(query, migrations);
    for (const migration of pending) {
      await query(migration.sql);
      await query('INSERT INTO schema_migrations (name, hash) VALUES ($1, $2)', [migration.name, migration.hash]);
    }
    return pending.map((migration) => migration.name);
  });
}
