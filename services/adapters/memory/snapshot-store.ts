import type { ActiveSnapshots, SnapshotStore, StoredSnapshot } from '../../reference/ports/snapshot-store.ts';
import { canonicalText, unsealByPart } from '../../reference/snapshot/seal.ts';
import { snapshotName } from '../../reference/snapshot/snapshot.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { inTurns } from '../turns/in-turns.ts';

/** Snapshots in memory, for tests and for commands that need no database. */
export function createMemorySnapshotStore(): SnapshotStore & ActiveSnapshots {
  const texts = new Map<string, { readonly text: string; readonly stored: StoredSnapshot }>();
  let active: Readonly<Record<string, string>> = {};
  return {
    save: ({ version, snapshot }, text = canonicalText(snapshot)) => {
      const stored = {
        name: snapshotName(snapshot),
        version,
        sourceDay: snapshot.provenance.sourceDay,
        bytes: Buffer.byteLength(text),
      };
      if (!texts.has(version)) texts.set(version, { text, stored });
      return Promise.resolve();
    },
    find: async (version) => {
      const text = texts.get(version)?.text;
      return text === undefined ? undefined : inTurns(unsealByPart(text, version));
    },
    textOf: (version) => Promise.resolve(texts.get(version)?.text),
    list: () => Promise.resolve([...texts.values()].map(({ stored }) => stored)),
    active: () => Promise.resolve(active),
    activate: (versions) => {
      const missing = Object.entries(versions).find(([, version]) => !texts.has(version));
      if (missing !== undefined)
        return Promise.reject(
          new TidewaiterError(
            'TDW_REFERENCE_NOT_STORED',
            `${missing[0]} cannot be activated as ${missing[1].slice(0, 12)}: it is not stored.`,
          ),
        );
      active = { ...active, ...versions };
      return Promise.resolve();
    },
  };
}
