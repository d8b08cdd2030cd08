import type { SnapshotStore, StoredSnapshot } from '../../reference/ports/snapshot-store.ts';
import { canonicalText, unsealByPart } from '../../reference/snapshot/seal.ts';
import { type SealedSnapshot, snapshotName } from '../../reference/snapshot/snapshot.ts';
import { inTurns } from '../turns/in-turns.ts';
import type { Database } from './database.ts';

const SAVE =
  'INSERT INTO reference_snapshots (version, name, source_day, document) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
const FIND = 'SELECT document FROM reference_snapshots WHERE version = $1';
const LIST =
  'SELECT version, name, source_day::text AS "sourceDay", octet_length(document) AS bytes FROM reference_snapshots ORDER BY stored_as';

const STORED = 'SELECT version FROM reference_snapshots WHERE version = ANY($1)';

/** Stores the snapshots that are not there yet: what judges is kept before its first use. */
export async function storeSnapshots(database: Database, snapshots: readonly SealedSnapshot[]): Promise<void> {
  const rows = await database.query<{ version: string }>(STORED, [snapshots.map(({ version }) => version)]);
  const stored = new Set(rows.map(({ version }) => version));
  const store = createPostgresSnapshotStore(database);
  for (const sealed of snapshots) if (!stored.has(sealed.version)) await store.save(sealed);
}

/** Snapshots in Postgres, table `reference_snapshots`: what all processes share. */
export function createPostgresSnapshotStore(database: Database): SnapshotStore {
  return {
    save: async ({ version, snapshot }, text = canonicalText(snapshot)) => {
      await database.query(SAVE, [version, snapshotName(snapshot), snapshot.provenance.sourceDay, text]);
    },
    find: async (version) => {
      const text = await textOf(version);
      return text === undefined ? undefined : inTurns(unsealByPart(text, version));
    },
    textOf,
    list: () => database.query<StoredSnapshot & Record<string, unknown>>(LIST),
  };

  async function textOf(version: string): Promise<string | undefined> {
    const [row] = await database.query<{ document: string }>(FIND, [version]);
    return row?.document;
  }
}
