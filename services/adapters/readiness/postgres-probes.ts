import type { ReferenceSettings } from '../../../config/settings.ts';
import type { Database } from '../postgres/database.ts';
import { type Migration, pendingMigrations } from '../postgres/migrate.ts';
import { licenceRegisterVerdict } from './licence-register-verdict.ts';
import type { Probe } from './probes.ts';
import { failing, OK } from './readiness.ts';
import type { StoredSources } from './stored-sources.ts';

/** Whether the database answers at all. */
export function databaseProbe(database: Database): Probe {
  return {
    check: 'postgres',
    look: async () => {
      await database.query('SELECT 1');
      return OK;
    },
  };
}

/** Whether the database has every migration of this release. */
export function migrationsProbe(database: Database, migrations: readonly Migration[]): Probe {
  return {
    check: 'migrations',
    look: async () => {
      const pending = await pendingMigrations(database.query, migrations);
      return pending.length === 0 ? OK : failing(`not applied: ${pending.map(({ name }) => name).join(', ')}`);
    },
  };
}

const STORED = `
SELECT (SELECT extract(epoch FROM loaded_at) * 1000 FROM licence_register)::float8 AS loaded_at, (SELECT revision FROM licence_register)::float8 AS revision,
  (SELECT extract(epoch FROM since) * 1000 FROM history_state)::float8 AS since`;

interface StoredRow extends Record<string, unknown> {
  readonly loaded_at: number | null;
  readonly revision: number | null;
  readonly since: number | null;
}

export interface LicenceRegisterProbe {
  readonly database: Database;
  readonly settings: Pick<ReferenceSettings, 'licenceRegister' | 'oldAfter'>;
  readonly now: () => number;
  /** Told what was found each time, for metrics. */
  readonly observe: (sources: StoredSources) => void;
}

/** Whether a licence register was ever loaded, and how long ago. */
export function licenceRegisterProbe({ database, settings, now, observe }: LicenceRegisterProbe): Probe {
  return {
    check: 'licence-register',
    look: async () => {
      const sources = storedSources((await database.query<StoredRow>(STORED))[0]!);
      observe(sources);
      return licenceRegisterVerdict(sources.licences?.loadedAt, settings, now());
    },
  };
}

function storedSources({ loaded_at, revision, since }: StoredRow): StoredSources {
  return {
    ...(loaded_at !== null && revision !== null && { licences: { loadedAt: loaded_at, revision } }),
    ...(since !== null && { history: { since } }),
  };
}
