import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { ActiveSnapshots, SnapshotStore } from '../ports/snapshot-store.ts';
import type { SealedSnapshot } from '../snapshot/snapshot.ts';

/** The snapshots that are active, as `readNamedSet` reads them. */
export async function readActiveSet(
  store: Pick<SnapshotStore, 'find'> & Pick<ActiveSnapshots, 'active'>,
  known?: readonly SealedSnapshot[],
): Promise<readonly SealedSnapshot[]> {
  return readNamedSet(await store.active(), store, known);
}

/**
 * The snapshots of these versions, each checked against its hash.
 * @param versions by name
 * @param known snapshots that need not be read, whether they are stored or not: those that come with this release
 * @throws TDW_REFERENCE_NOT_STORED where one is named but not there
 */
export async function readNamedSet(
  versions: Readonly<Record<string, string>>,
  store: Pick<SnapshotStore, 'find'>,
  known: readonly SealedSnapshot[] = [],
): Promise<readonly SealedSnapshot[]> {
  const byVersion = new Map(known.map((sealed) => [sealed.version, sealed]));
  return Promise.all(
    Object.entries(versions).map(async ([name, version]) => {
      const sealed = byVersion.get(version) ?? (await store.find(version));
      if (sealed === undefined)
        throw new TidewaiterError(
          'TDW_REFERENCE_NOT_STORED',
          `${name} is active as ${version.slice(0, 12)}, which is not stored.`,
        );
      return sealed;
    }),
  );
}
