import type { Settings } from '../../../../../config/settings.ts';
import type { Database } from '../../../../adapters/postgres/database.ts';
import { pendingMigrations, readMigrations } from '../../../../adapters/postgres/migrate.ts';
import { licenceRegisterStatus } from '../../../../adapters/readiness/licence-register.ts';
import type { CheckStatus } from '../../../../adapters/readiness/readiness.ts';
import { composeDatabase } from '../../../../runtime/compose/postgres.ts';
import { migrationsFolder } from '../../../../runtime/parts.ts';
import { type Check, type Diagnosis, failure, fine, warning } from './check.ts';

/** A check that asks the database. */
function databaseCheck(name: string, { postgres }: Settings, ask: (database: Database) => Promise<Diagnosis>): Check {
  return {
    name,
    examine: async () => {
      const database = await composeDatabase(postgres);
      try {
        return await ask(database);
      } finally {
        await database.close();
      }
    },
  };
}

export function databaseReachableCheck(settings: Settings): Check {
  return databaseCheck('database', settings, async ({ query }) => {
    const [row] = await query<{ version: string; tls: string | null }>(
      "SELECT current_setting('server_version') AS version, (SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS tls",
    );
    return fine(
      `Postgres ${row?.version ?? 'of unknown version'} answers ${row?.tls ? `over ${row.tls}` : 'without TLS'}`,
    );
  });
}

export function migrationsCheck(settings: Settings): Check {
  return databaseCheck('migrations', settings, async ({ query }) => {
    const migrations = await readMigrations(migrationsFolder());
    const pending = await pendingMigrations(query, migrations);
    return pending.length === 0
      ? fine(`all ${migrations.length} are applied`)
      : failure(`${pending.map(({ name }) => name).join(', ')} not applied`, 'Run `tidewaiter migrate`.');
  });
}

/** Whether a licence register was loaded, and lately. */
export function licenceRegisterCheck(settings: Settings, now: () => number): Check {
  return databaseCheck('licence register', settings, async ({ query }) => {
    const [table] = await query<{ present: boolean }>("SELECT to_regclass('licence_register') IS NOT NULL AS present");
    if (!table?.present) return warning('the database has no register yet', 'Run `tidewaiter migrate` first.');
    const [row] = await query<{ loaded_at: Date }>('SELECT loaded_at FROM licence_register');
    return diagnoseRegister(row?.loaded_at, licenceRegisterStatus(row?.loaded_at.getTime(), settings.reference, now()));
  });
}

const NO_REGISTER =
  'Run `tidewaiter licences import FILE`; where the authority has no register, set reference.licenceRegister to none.';

/** The verdict is the one of readiness. */
function diagnoseRegister(loadedAt: Date | undefined, verdict: CheckStatus): Diagnosis {
  switch (verdict.status) {
    case 'ok':
      return fine(
        loadedAt === undefined
          ? 'none, as reference.licenceRegister says: every licence cited is unknown'
          : `loaded ${loadedAt.toISOString()}`,
      );
    case 'degraded':
      return warning(`${verdict.reason}: older than reference.oldAfter.licences`, 'Import the register again.');
    case 'failing':
      return failure(verdict.reason, NO_REGISTER);
  }
}

/** Skew that a reader of the records would wonder about, and skew that makes times of arrival wrong; milliseconds. */
const NOTICEABLE = 2_000;
const INTOLERABLE = 60_000;

/** Our clock against the database's, less half the round trip. */
export function clockCheck(settings: Settings, now: () => number): Check {
  return databaseCheck('clock', settings, async ({ query }) => {
    await query('SELECT 1');
    const before = now();
    const [row] = await query<{ at: Date }>('SELECT clock_timestamp() AS at');
    const skew = Math.round((before + now()) / 2 - (row?.at.getTime() ?? 0));
    const says = `this machine is ${Math.abs(skew)} ms ${skew < 0 ? 'behind' : 'ahead of'} the database`;
    if (Math.abs(skew) >= INTOLERABLE)
      return failure(says, 'Set the clocks (NTP): times of arrival and deadlines are wrong.');
    return Math.abs(skew) >= NOTICEABLE ? warning(says, 'Set the clocks (NTP).') : fine(says);
  });
}
