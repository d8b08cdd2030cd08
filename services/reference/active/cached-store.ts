import type { ActiveSnapshots, SnapshotStore } from '../ports/snapshot-store.ts';
import type { SealedSnapshot } from '../snapshot/snapshot.ts';

/**
 * A shared store with a local one before it: reads come from the cache where it has the version (and its hash holds), what was
 * fetched is kept there, and what is written goes to both. What is activated here is so for this machine alone, beside what the stream says.
 * @param active what the stream says is in force
 */
export function createCachedSnapshotStore(
  shared: SnapshotStore,
  cache: SnapshotStore & ActiveSnapshots,
  active: ActiveSnapshots['active'],
): SnapshotStore & ActiveSnapshots {
  return {
    save: async (sealed, text) => {
      await shared.save(sealed, text);
      await cache.save(sealed, text);
    },
    find: async (version) => (await cache.find(version)) ?? fetch(version),
    textOf: async (version) => (await cache.textOf(version)) ?? shared.textOf(version),
    list: () => shared.list(),
    active,
    activate: async (versions) => {
      for (const version of Object.values(versions))
        if ((await cache.find(version)) === undefined) await fetch(version);
      await cache.activate(versions);
    },
  };

  async function fetch(version: string): Promise<SealedSnapshot | undefined> {
    const sealed = await shared.find(version);
    if (sealed !== undefined) await cache.save(sealed, await shared.textOf(version));
    return sealed;
  }
}
