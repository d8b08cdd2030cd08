import { refuseRepeated } from '../../../source-files/read-csv.ts';
import { malformedRow } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';
import type { RawTariffLine } from './content.ts';
import { usSupplementaryUnit } from './us-units.ts';

export interface ExportCodesOfFile {
  readonly piece: 'export-codes';
  readonly country: string;
  readonly lines: readonly RawTariffLine[];
}

/** Columns of the Census Bureau's fixed-width text, as [start, end): code, long description, first and second unit. */
const FIELDS = { code: [0, 10], description: [69, 224], unit1: [224, 232], unit2: [232, 240] } as const;
const FIRST_LINE = /^\d{10} {4}\S.{200,}/;

/** US Schedule B: ten-digit codes under which goods are exported, fixed-width text. */
export const usScheduleB: Format<ExportCodesOfFile> = {
  id: 'us-schedule-b',
  description:
    'US Schedule B export codes, fixed-width text of the Census Bureau (ten digits, two descriptions, two units)',
  source: 'Schedule B, US Census Bureau',
  licence: 'work of the US government, public domain',
  recognises: ({ body }) => body.kind === 'text' && FIRST_LINE.test(body.text.slice(0, 600).split('\n')[0]!),
  read(file) {
    const text = file.body.kind === 'text' ? file.body.text : '';
    const rows = text
      .split(/\r?\n/)
      .map((row, index) => ({ row, line: index + 1 }))
      .filter(({ row }) => row.trim() !== '');
    refuseRepeated(
      file,
      'columns 1–10',
      rows.map(({ row, line }) => ({ line, code: row.slice(...FIELDS.code) })),
    );
    const lines = rows.map(({ row, line }): RawTariffLine => {
      const cut = ([start, end]: readonly [number, number]): string => row.slice(start, end).trim();
      const code = cut(FIELDS.code);
      if (!/^\d{10}$/.test(code)) throw malformedRow(file, line, 'columns 1–10', `"${code}" is no code of 10 digits`);
      const units = [cut(FIELDS.unit1), cut(FIELDS.unit2)]
        .map(usSupplementaryUnit)
        .filter((unit) => unit !== undefined);
      return { code, rate: { kind: 'free' }, units: [...new Set(units)], description: cut(FIELDS.description) };
    });
    return { piece: { piece: 'export-codes', country: 'US', lines }, rows: rows.length };
  },
};
