import type { SnapshotContent, SnapshotKind } from '../../../services/reference/snapshot/contents.ts';
import { seal } from '../../../services/reference/snapshot/seal.ts';
import {
  type AnySnapshot,
  type SealedSnapshot,
  type Snapshot,
  SNAPSHOT_SCHEMA,
} from '../../../services/reference/snapshot/snapshot.ts';

/** A sealed snapshot of small content, as if imported. */
export function snapshotOf<K extends SnapshotKind>(
  kind: K,
  content: SnapshotContent[K],
  more: Partial<Omit<Snapshot<K>, 'kind' | 'content'>> = {},
): SealedSnapshot {
  return seal({
    schema: SNAPSHOT_SCHEMA,
    kind,
    provenance: { source: 'a test', sourceDay: '2026-11-01', licence: 'own work', madeBy: 'hand' },
    content,
    ...more,
  } as unknown as AnySnapshot);
}
