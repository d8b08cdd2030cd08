import type { LoadedSettings } from '../../../adapters/config/load-settings.ts';
import type { Database } from '../../../adapters/postgres/database.ts';
import { readShippedSnapshots } from '../../../adapters/reference-files/shipped-reference.ts';
import { overlay } from '../../../reference/active/overlay.ts';
import { readActiveSet } from '../../../reference/active/read-active-set.ts';
import type { ActiveSnapshots, SnapshotStore } from '../../../reference/ports/snapshot-store.ts';
import type { SealedSnapshot } from '../../../reference/snapshot/snapshot.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { composeLocalSnapshots, composeSnapshotStore } from '../../../runtime/compose/reference.ts';
import { readTopicState } from '../../../runtime/editions/change-edition.ts';
import type { Shell } from '../../shell/shell.ts';

/** Where snapshots are kept, for the length of a command. */
export interface OpenStore extends LoadedSettings {
  readonly store: SnapshotStore & ActiveSnapshots;
  /** Undefined where none is set: the data folder of this machine is all there is. */
  readonly database?: Database;
}

/** Lends the store that the settings name: Postgres with the data folder as its cache, or the data folder alone where no database is set. */
export async function withReferenceStore<T>(shell: Shell, work: (open: OpenStore) => Promise<T>): Promise<T> {
  const loaded = await shell.settings();
  if (loaded.settings.postgres.url === null) return work({ ...loaded, store: composeLocalSnapshots(loaded.settings) });
  const database = await composeDatabase(loaded.settings.postgres);
  try {
    const store = composeSnapshotStore(
      loaded.settings,
      database,
      async () => (await readTopicState(loaded.settings)).inForce.reference,
    );
    return await work({ ...loaded, store, database });
  } finally {
    await database.close();
  }
}

/** What judgement goes by now: the shipped set with what is active in its place. */
export async function activeSet(store: SnapshotStore & ActiveSnapshots): Promise<readonly SealedSnapshot[]> {
  const shipped = readShippedSnapshots();
  return overlay(shipped, await readActiveSet(store, shipped));
}
