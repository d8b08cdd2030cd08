import { sha256Hex } from '../../../services/risk/json/canonical.ts';
import type { Sheet, SourceFile } from '../../../services/source-files/source-file.ts';

/** A text file as an importer would get it. */
export function textFile(text: string, name = 'given.csv'): SourceFile {
  return { name, sha256: sha256Hex(text), body: { kind: 'text', text } };
}

/** A workbook as an importer would get it. */
export function workbook(sheets: readonly Sheet[], name = 'given.xlsx'): SourceFile {
  return { name, sha256: sha256Hex(JSON.stringify(sheets)), body: { kind: 'workbook', sheets } };
}
