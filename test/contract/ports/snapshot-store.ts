import { expect, test } from 'vitest';
import { createMemorySnapshotStore } from '../../../services/adapters/memory/snapshot-store.ts';
import { createCachedSnapshotStore } from '../../../services/reference/active/cached-store.ts';
import { readActiveSet } from '../../../services/reference/active/read-active-set.ts';
import type { ActiveSnapshots, SnapshotStore } from '../../../services/reference/ports/snapshot-store.ts';
import { canonicalText } from '../../../services/reference/snapshot/seal.ts';
import { snapshotOf } from '../../unit/reference/snapshots.ts';

const older = snapshotOf('high-priority', { codes: [['854231', '1', 'Prozessoren für "alles" – ≥ 2']] });
const newer = snapshotOf('high-priority', { codes: [] });
const tariff = snapshotOf(
  'tariff',
  { country: 'US', headings: [], lines: [], statistical: [], additional: [] },
  { of: 'US' },
);

/** What every store of snapshots does; each test gets an empty one. */
export function snapshotStoreContract(open: () => Promise<SnapshotStore>): void {
  test('given a saved snapshot, when found by its version, then it is the same, and one that was never saved is not there', async () => {
    const store = await open();
    await store.save(older);
    expect(await store.find(older.version)).toEqual(older);
    expect(await store.find(newer.version)).toBeUndefined();
  });

  test('given a saved snapshot, when its text is handed on to another store, then that has the same one, under the same version', async () => {
    const [store, other] = [await open(), createMemorySnapshotStore()];
    await store.save(older);
    const text = await store.textOf(older.version);
    expect(text).toBe(canonicalText(older.snapshot));
    await other.save(older, text);
    expect(await other.find(older.version)).toEqual(older);
    expect(await store.textOf(newer.version)).toBeUndefined();
  });

  test('given the same snapshot saved twice and another one, then they are listed once each, oldest first', async () => {
    const store = await open();
    await store.save(older);
    await store.save(tariff);
    await store.save(older);
    expect(await store.list()).toMatchObject([
      { name: 'high-priority', version: older.version, sourceDay: '2026-11-01' },
      { name: 'tariff/US', version: tariff.version },
    ]);
  });

  test('given a cache before it, when a snapshot that only the store has is activated, then the cache has it afterwards and answers alone', async () => {
    const [store, cache] = [await open(), createMemorySnapshotStore()];
    await store.save(older);
    const cached = createCachedSnapshotStore(store, cache, () => Promise.resolve({}));
    await cached.activate({ 'high-priority': older.version });
    expect(await readActiveSet(cache)).toEqual([older]);
  });
}

/** What a store does besides that says what is active. */
export function activeSnapshotsContract(open: () => Promise<SnapshotStore & ActiveSnapshots>): void {
  test('given activations one after another, then the last of each name is active, and the others stay', async () => {
    const store = await open();
    for (const sealed of [older, newer, tariff]) await store.save(sealed);
    expect(await store.active()).toEqual({});
    await store.activate({ 'high-priority': older.version, 'tariff/US': tariff.version });
    await store.activate({ 'high-priority': newer.version });
    expect(await store.active()).toEqual({ 'high-priority': newer.version, 'tariff/US': tariff.version });
    expect(new Set(await readActiveSet(store))).toEqual(new Set([newer, tariff]));
  });

  test('given a version that is not stored, when activated, then it is refused and nothing changes', async () => {
    const store = await open();
    await store.save(older);
    await expect(store.activate({ 'high-priority': older.version, 'tariff/US': tariff.version })).rejects.toMatchObject(
      { code: 'TDW_REFERENCE_NOT_STORED' },
    );
    expect(await store.active()).toEqual({});
  });
}
