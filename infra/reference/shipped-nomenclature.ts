import type { Snapshot } from '../../services/reference/snapshot/snapshot.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
import { importOne } from './import-one.ts';

export function shippedNomenclature(files: readonly SourceFile[]): Snapshot<'nomenclature'> {
  return importOne('nomenclature', files, '2022-01-01');
}
