import type { Snapshot } from '../../services/reference/snapshot/snapshot.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
import { importOne } from './import-one.ts';

/** The Common High Priority List as of its version of February 2024. */
export function shippedHighPriority(file: SourceFile): Snapshot<'high-priority'> {
  return importOne('high-priority', [file], '2024-02-23');
}
