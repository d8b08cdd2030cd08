import type { SourceFile } from '../../services/reference/importing/source-file.ts';
import type { Snapshot } from '../../services/reference/snapshot/snapshot.ts';
import { importOne } from './import-one.ts';

export function shippedNomenclature(files: readonly SourceFile[]): Snapshot<'nomenclature'> {
  return importOne('nomenclature', files, '2022-01-01');
}
