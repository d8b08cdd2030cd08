import type { LoadedSettings } from '../../../adapters/config/load-settings.ts';
import { readShippedSnapshots } from '../../../adapters/reference-files/shipped-reference.ts';
import { overlay } from '../../../reference/active/overlay.ts';
import { readActiveSet } from '../../../reference/active/read-active-set.ts';
import type { SnapshotStore } from '../../../reference/ports/snapshot-store.ts';
import type { SealedSnapshot } from '../../../reference/snapshot/snapshot.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { composeLocalSnapshots, composeSnapshotStore } from '../../../runtime/compose/reference.ts';
import type { Shell } from '../../shell/shell.ts';

/** Where snapshots are kept, for the length of a command. */
export interface OpenStore extends LoadedSettings {
  readonly store: SnapshotStore;
  /** `shared`: Postgres, seen by every process. `local`: the data folder of this machine alone. */
  readonly reach: 'shared' | 'local';
}

/** Lends the store that the settings name: Postgres with the data folder as its cache, or the data folder alone where no database is set. */
export async function withReferenceStore<T>(shell: Shell, work: (open: OpenStore) => Promise<T>): Promise<T> {
  const loaded = await shell.settings();
  if (loaded.settings.postgres.url === null)
    return work({ ...loaded, store: composeLocalSnapshots(loaded.settings), reach: 'local' });
  const database = await composeDatabase(loaded.settings.postgres);
  try {
    return await work({ ...loaded, store: composeSnapshotStore(loaded.settings, database), reach: 'shared' });
  } finally {
    await database.close();
  }
}

/** What judgement goes by now: the shipped set with what is active in its place. */
export async function activeSet(store: SnapshotStore): Promise<readonly SealedSnapshot[]> {
  return overlay(readShippedSnapshots(), await readActiveSet(store));
}
