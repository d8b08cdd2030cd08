import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { SnapshotStore } from '../ports/snapshot-store.ts';
import type { SealedSnapshot } from '../snapshot/snapshot.ts';

/** The snapshots that are active in a store, each read and checked against its hash. Throws `TDW_REFERENCE_NOT_STORED` where one is named but not there. */
export async function readActiveSet(store: SnapshotStore): Promise<readonly SealedSnapshot[]> {
  const active = await store.active();
  return Promise.all(
    Object.entries(active).map(async ([name, version]) => {
      const sealed = await store.find(version);
      if (sealed === undefined)
        throw new TidewaiterError(
          'TDW_REFERENCE_NOT_STORED',
          `${name} is active as ${version.slice(0, 12)}, which is not stored.`,
        );
      return sealed;
    }),
  );
}
