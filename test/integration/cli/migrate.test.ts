import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openDatabase, type Query } from '../../../services/adapters/postgres/database.ts';
import { MIGRATION_LOCK, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';
import { runCli } from '../../unit/cli/run-cli.ts';

const { url } = await postgresForTests();
const database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });
afterAll(() => database.close());

/** Milliseconds for which the longest statement of another connection has run. */
async function longestStatement(query: Query): Promise<number> {
  const [row] = await query<{ ms: number }>(
    "SELECT coalesce(max(extract(epoch FROM clock_timestamp() - query_start)), 0)::float8 * 1000 AS ms FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()",
  );
  return row!.ms;
}

test('given a statement of a migration that takes longer than statements may, as one that waits for another process does, then the migration goes on', async () => {
  const variables = {
    TIDEWAITER_ENV: 'test',
    TIDEWAITER_POSTGRES_URL: url,
    TIDEWAITER_POSTGRES_POOL_STATEMENT_TIMEOUT: '100 ms',
  };
  const migrated = await database.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const running = runCli(['migrate', '--json'], { variables });
    await vi.waitFor(async () => expect(await longestStatement(database.query)).toBeGreaterThan(300), {
      timeout: 20_000,
      interval: 50,
    });
    return { running };
  });
  const { code, stdout } = await migrated.running;
  expect([code, (JSON.parse(stdout) as { applied: string[] }).applied]).toEqual([
    0,
    (await readMigrations(join(import.meta.dirname, '../../../infra/migrations'))).map(({ name }) => name),
  ]);
});
