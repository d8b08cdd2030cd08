import { csvColumns, readCsv } from '../../../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../../../services/source-files/source-file.ts';
import type { LabelledText, TextSource } from './labelled-text.ts';
import { isInHalf } from './split.ts';

const COLUMNS = ['description', 'code', 'source'];

/** Whether the file holds what authorities have published: CSV with the columns description, code and source. */
export const isPublishedTexts = (file: SourceFile): boolean =>
  COLUMNS.every((column) => csvColumns(file).includes(column));

/** Who is named as source, and what such texts are. The first that fits counts. */
const SOURCES: readonly (readonly [publisher: RegExp, source: TextSource])[] = [
  [/self-explanatory/i, 'eu-nomenclature'],
  [/TARIC/, 'specified'],
  [/\bHTS\b.*\b99\d\d/, 'specified'],
  [/search references/i, 'older-reference'],
  [/\bCROSS\b|\bATaR\b/, 'ruling'],
];

/** "(provided for in subheading 2933.99.22)", and where a bracket is missing its rest. */
const PROVIDED_FOR = /\s*\(?\bprovided for in (?:sub)?headings?\b.*$/i;
/** How rulings begin to speak of goods. */
const RULING_OPENING =
  /^(?:inc\.\s*)?(?:you submitted an? |the )?(?:subject )?(?:items?|merchandise|products?|goods|articles?|samples?|devices?)?\s*(?:under|in) (?:consideration|question)?,?\s*(?:is|are|has been|have been|consists? of)?\s*(?:(?:described|identified|referred to|listed|known) as)?\s*/i;
/** What a ruling says of goods it says in its first sentences; what follows is of its sender, its reasons, its photographs. */
const LONGEST_RULING = 320;
/** Number of a ruling: its subject and its facts are in the same half. */
const RULING_NUMBER = /\b[A-Z]\d{5,6}\b/;

/** Texts of nomenclatures, tariff lines, search references and rulings, as their publishers gave them a code (4 to 10 digits). */
export function publishedTexts(file: SourceFile): readonly LabelledText[] {
  return readCsv(file).flatMap(({ record }) => {
    const publisher = record['source'] ?? '';
    const source = SOURCES.find(([pattern]) => pattern.test(publisher))?.[1];
    const code = (record['code'] ?? '').replace(/[.\s]/g, '');
    const description = cleaned(record['description'] ?? '', source);
    if (source === undefined || !/^\d{4,10}$/.test(code) || description === '') return [];
    const forChoosing = source === 'ruling' && isForChoosing(description, publisher);
    return [{ description, code, source, ...(forChoosing ? { isForChoosing: true as const } : {}) }];
  });
}

/** Half of the rulings by their number, or by their words where none is stated; of British ones, too few to learn from, all. */
const isForChoosing = (description: string, publisher: string): boolean =>
  publisher.includes('ATaR') || isInHalf(RULING_NUMBER.exec(publisher)?.[0] ?? description);

function cleaned(description: string, source: TextSource | undefined): string {
  if (source === 'specified') return description.replace(PROVIDED_FOR, '').trim();
  if (source === 'ruling') return description.replace(RULING_OPENING, '').slice(0, LONGEST_RULING).trim();
  return description.trim();
}
