import type { SnapshotStore, StoredSnapshot } from '../../reference/ports/snapshot-store.ts';
import { canonicalText, unseal } from '../../reference/snapshot/seal.ts';
import { snapshotName } from '../../reference/snapshot/snapshot.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Database } from './database.ts';

const SAVE =
  'INSERT INTO reference_snapshots (version, name, source_day, document) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
const LIST =
  'SELECT version, name, source_day::text AS "sourceDay", octet_length(document) AS bytes FROM reference_snapshots ORDER BY stored_as';
const ACTIVATE = `
INSERT INTO reference_active (name, version) SELECT * FROM unnest($1::text[], $2::text[])
  ON CONFLICT (name) DO UPDATE SET version = EXCLUDED.version, activated_at = now()`;

/** Snapshots in Postgres, tables `reference_snapshots` and `reference_active`: what all processes share. */
export function createPostgresSnapshotStore(database: Database): SnapshotStore {
  return {
    save: async ({ version, snapshot }) => {
      await database.query(SAVE, [
        version,
        snapshotName(snapshot),
        snapshot.provenance.sourceDay,
        canonicalText(snapshot),
      ]);
    },
    find: async (version) => {
      const [row] = await database.query<{ document: string }>(
        'SELECT document FROM reference_snapshots WHERE version = $1',
        [version],
      );
      return row && unseal(row.document, version);
    },
    list: () => database.query<StoredSnapshot & Record<string, unknown>>(LIST),
    active: async () => {
      const rows = await database.query<{ name: string; version: string }>(
        'SELECT name, version FROM reference_active ORDER BY name',
      );
      return Object.fromEntries(rows.map(({ name, version }) => [name, version]));
    },
    activate: (versions) => activate(database, versions),
  };
}

async function activate(database: Database, versions: Readonly<Record<string, string>>): Promise<void> {
  await database.transaction(async (query) => {
    const stored = await query<{ version: string }>('SELECT version FROM reference_snapshots WHERE version = ANY($1)', [
      Object.values(versions),
    ]);
    const known = new Set(stored.map(({ version }) => version));
    const missing = Object.entries(versions).find(([, version]) => !known.has(version));
    if (missing !== undefined)
      throw new TidewaiterError(
        'TDW_REFERENCE_NOT_STORED',
        `${missing[0]} cannot be activated as ${missing[1].slice(0, 12)}: it is not stored.`,
      );
    await query(ACTIVATE, [Object.keys(versions), Object.values(versions)]);
  });
}
