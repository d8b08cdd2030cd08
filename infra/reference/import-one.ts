import { importReference } from '../../services/reference/importing/import-reference.ts';
import type { KindName } from '../../services/reference/kinds/kinds.ts';
import { isOf, type SealedSnapshot, type SnapshotOf } from '../../services/reference/snapshot/snapshot.ts';
import { type Day, knownDay } from '../../services/risk/declaration/day.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
export const MADE_BY = 'infra/reference/build-shipped.ts';

/** Imports files that make one snapshot of a kind, with the very importers that operators use. */
export function importOne<K extends KindName>(
  kind: K,
  files: readonly SourceFile[],
  sourceDay: Day,
  active: readonly SealedSnapshot[] = [],
): SnapshotOf<K> {
  const { snapshots } = importReference(files, { sourceDay, active, madeBy: MADE_BY });
  const found = snapshots.map(({ sealed }) => sealed.snapshot).find((snapshot) => isOf(kind, snapshot));
  if (found === undefined) throw new Error(`The files made no ${kind}`);
  return found;
}

/** The Harmonized System of 2022, with what was before it. */
export function shippedNomenclature(files: readonly SourceFile[]): SnapshotOf<'nomenclature'> {
  return importOne('nomenclature', files, knownDay('2022-01-01'));
}

/** The Common High Priority List as of its version of February 2024. */
export function shippedHighPriority(file: SourceFile): SnapshotOf<'high-priority'> {
  return importOne('high-priority', [file], knownDay('2024-02-23'));
}
