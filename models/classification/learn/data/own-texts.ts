import { readCsv } from '../../../../services/source-files/read-csv.ts';
import { csvColumns } from '../../../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../../../services/source-files/source-file.ts';
import type { LabelledText } from './labelled-text.ts';

const COLUMNS = ['description', 'commodityCode'];

/** Whether the file is an authority's own: CSV with the columns description and commodityCode (4 to 10 digits, dots allowed). */
export const isOwnTexts = (file: SourceFile): boolean => COLUMNS.every((column) => csvColumns(file).includes(column));

/** An authority's own descriptions with the codes that its officers confirmed. Rows without a code of 4 to 10 digits are left out. */
export function ownTexts(file: SourceFile): readonly LabelledText[] {
  return readCsv(file).flatMap(({ record }) => {
    const code = (record['commodityCode'] ?? '').replace(/[.\s]/g, '');
    const description = (record['description'] ?? '').trim();
    return /^\d{4,10}$/.test(code) && description !== '' ? [{ description, code, source: 'own' as const }] : [];
  });
}
