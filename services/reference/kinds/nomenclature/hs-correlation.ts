import { malformedRow, type Sheet, type SourceFile } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';
export interface Correlation {
  readonly piece: 'correlation';
  readonly pairs: readonly (readonly [code2022: string, code2017: string])[];
}

/** The UN's correlation of HS 2022 with HS 2017: a workbook with a sheet of pairs and their kind of relationship. */
export const hsCorrelation: Format<Correlation> = {
  id: 'hs-correlation',
  description:
    'Correlation of HS 2022 with HS 2017, workbook of the UN Statistics Division (a sheet with "HS 2022", "HS 2017" and relationship)',
  source: 'HS 2022–HS 2017 correlation table, UN Statistics Division and World Customs Organization',
  licence: 'published by the United Nations for free use; codes only are restated',
  recognises: (file) => pairSheet(file) !== undefined,
  read(file) {
    const { sheet, header } = pairSheet(file)!;
    const body = sheet.rows.slice(header + 1);
    const pairs = body.map((row, index) => {
      const [newer = '', older = ''] = row;
      if (!/^\d{6}$/.test(newer) || !/^\d{6}$/.test(older))
        throw malformedRow(
          file,
          header + index + 2,
          sheet.name,
          `"${newer}" and "${older}" are no pair of subheadings`,
        );
      return [newer, older] as const;
    });
    return { piece: { piece: 'correlation', pairs }, rows: body.length };
  },
};

/** The sheet of pairs has a relationship ("1:n") in its third column; the conversion beside it has but two columns. */
function pairSheet({ body }: SourceFile): { readonly sheet: Sheet; readonly header: number } | undefined {
  if (body.kind !== 'workbook') return undefined;
  for (const sheet of body.sheets) {
    const header = sheet.rows
      .slice(0, 5)
      .findIndex(
        (row) =>
          row.length >= 3 && /2022/.test(row[0] ?? '') && /2017/.test(row[1] ?? '') && /relation/i.test(row[2] ?? ''),
      );
    if (header >= 0) return { sheet, header };
  }
  return undefined;
}
