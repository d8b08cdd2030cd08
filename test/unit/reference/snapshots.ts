import type { KindContent, KindName } from '../../../services/reference/kinds/kinds.ts';
import { seal } from '../../../services/reference/snapshot/seal.ts';
import {
  type SealedSnapshot,
  type Snapshot,
  SNAPSHOT_SCHEMA,
  type SnapshotOf,
} from '../../../services/reference/snapshot/snapshot.ts';
import type { Unchecked } from '../../../services/risk/declaration/checked.ts';

/** A sealed snapshot of small content, as if imported: nobody looks whether its texts are what they are taken for. */
export function snapshotOf<K extends KindName>(
  kind: K,
  content: Unchecked<KindContent[K]>,
  more: Partial<Unchecked<Omit<Snapshot, 'kind' | 'content'>>> = {},
): SealedSnapshot<SnapshotOf<K>> {
  const snapshot = {
    schema: SNAPSHOT_SCHEMA,
    kind,
    provenance: { source: 'a test', sourceDay: '2026-11-01', licence: 'own work', madeBy: 'hand' },
    content,
    ...more,
  };
  return seal(snapshot as unknown as SnapshotOf<K>);
}
