import { importReference } from '../../services/reference/importing/import-reference.ts';
import type { SnapshotKind } from '../../services/reference/snapshot/contents.ts';
import type { SealedSnapshot, Snapshot } from '../../services/reference/snapshot/snapshot.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';

export const MADE_BY = 'infra/reference/build-shipped.ts';

/** Imports files that make one snapshot of a kind, with the very importers that operators use. */
export function importOne<K extends SnapshotKind>(
  kind: K,
  files: readonly SourceFile[],
  sourceDay: string,
  active: readonly SealedSnapshot[] = [],
): Snapshot<K> {
  const { snapshots } = importReference(files, { sourceDay, active, madeBy: MADE_BY });
  const found = snapshots.find(({ sealed }) => sealed.snapshot.kind === kind);
  if (found === undefined) throw new Error(`The files made no ${kind}`);
  return found.sealed.snapshot as unknown as Snapshot<K>;
}
