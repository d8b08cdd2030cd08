import { readCsv } from '../../../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../../../services/source-files/source-file.ts';
import type { LabelledText } from './labelled-text.ts';

/** The Harmonized System's own texts: headings, subheadings, and subheadings behind their heading. */
export function nomenclatureTexts(file: SourceFile): readonly LabelledText[] {
  const rows = readCsv(file).map(({ record }) => ({ code: record['hscode'] ?? '', text: record['description'] ?? '' }));
  return rows.flatMap(({ code, text }) =>
    /^(\d{4}|\d{6})$/.test(code) ? [{ description: text, code, source: 'nomenclature' as const }] : [],
  );
}

/** All subheadings (6 digits) that the Harmonized System has, sorted. */
export function subheadingCodes(file: SourceFile): readonly string[] {
  return readCsv(file)
    .map(({ record }) => record['hscode'] ?? '')
    .filter((code) => /^\d{6}$/.test(code))
    .sort();
}
