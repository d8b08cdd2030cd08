import { overlay } from '../../reference/active/overlay.ts';
import { readActiveSet } from '../../reference/active/read-active-set.ts';
import type { ActiveSnapshots, SnapshotStore } from '../../reference/ports/snapshot-store.ts';
import { loadSnapshots } from '../../reference/snapshot/load-snapshots.ts';
import type { Authority } from '../../risk/facts/facts.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import { rememberedReference } from './remembered-reference.ts';
import { readShippedSnapshots } from './shipped-reference.ts';

/** The shipped reference data with whatever is active in a store in its place: an imported tariff replaces the shipped one, the rest stays. */
export async function loadReference(
  store: Pick<SnapshotStore, 'find'> & Pick<ActiveSnapshots, 'active'>,
  authority: Pick<Authority, 'country' | 'currency'>,
): Promise<ReferenceData> {
  const shipped = readShippedSnapshots();
  return rememberedReference(loadSnapshots(overlay(shipped, await readActiveSet(store, shipped)), authority));
}
