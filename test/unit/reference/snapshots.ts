import type { KindContent, KindName } from '../../../services/reference/kinds/kinds.ts';
import { seal } from '../../../services/reference/snapshot/seal.ts';
import {
  type SealedSnapshot,
  type Snapshot,
  SNAPSHOT_SCHEMA,
  type SnapshotOf,
} from '../../../services/reference/snapshot/snapshot.ts';

/** A sealed snapshot of small content, as if imported. */
export function snapshotOf<K extends KindName>(
  kind: K,
  content: KindContent[K],
  more: Partial<Omit<Snapshot<K>, 'kind' | 'content'>> = {},
): SealedSnapshot<SnapshotOf<K>> {
  return seal({
    schema: SNAPSHOT_SCHEMA,
    kind,
    provenance: { source: 'a test', sourceDay: '2026-11-01', licence: 'own work', madeBy: 'hand' },
    content,
    ...more,
  });
}
