import { columnOf, csvColumns, readCsv, refuseRepeated } from '../../../source-files/read-csv.ts';
import { malformedRow } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';
export interface NomenclatureOfFile {
  readonly piece: 'nomenclature';
  readonly edition: '2022';
  readonly subheadings: readonly string[];
  readonly chapterTitles: Readonly<Record<string, string>>;
  readonly headingTitles: Readonly<Record<string, string>>;
}

const COLUMNS = ['section', 'hscode', 'description', 'parent', 'level'];

/** The Harmonized System 2022 as published by datasets/harmonized-system: chapters, headings and subheadings with texts. */
export const hsNomenclature: Format<NomenclatureOfFile> = {
  id: 'hs-nomenclature',
  description: `Harmonized System 2022, CSV (columns ${COLUMNS.join(', ')})`,
  source:
    'Harmonized System 2022, World Customs Organization; list of UN Comtrade as published by datasets/harmonized-system',
  licence: 'PDDL',
  recognises: (file) => COLUMNS.every((column) => csvColumns(file).includes(column)),
  read(file) {
    const rows = readCsv(file);
    refuseRepeated(file, 'hscode', columnOf(rows, 'hscode'));
    const titles: Readonly<Record<2 | 4, Record<string, string>>> = { 2: {}, 4: {} };
    const subheadings: string[] = [];
    for (const { line, record } of rows) {
      const code = record['hscode']!;
      if (code === 'TOTAL') continue;
      if (!/^(\d{2}|\d{4}|\d{6})$/.test(code))
        throw malformedRow(file, line, 'hscode', `"${code}" is no chapter, heading or subheading`);
      if (code.length === 6) subheadings.push(code);
      else titles[code.length === 2 ? 2 : 4][code] = record['description']!.trim();
    }
    return {
      piece: {
        piece: 'nomenclature',
        edition: '2022',
        subheadings,
        chapterTitles: titles[2],
        headingTitles: titles[4],
      },
      rows: rows.length,
    };
  },
};
