import { readCsv } from '../../../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../../../services/source-files/source-file.ts';
import type { LabelledText } from './labelled-text.ts';

interface Level {
  readonly indent: number;
  readonly text: string;
}

const RESIDUAL = /^other\b[^a-z]*(?:\(\d+\))?:?$/i;
const LAST_CHAPTER = 97;

/** Lines of the US tariff: each line's own words, with the line above, and with all lines above up to the heading. "Other" alone is no description. */
export function usTariffTexts(file: SourceFile): readonly LabelledText[] {
  const found: LabelledText[] = [];
  let above: readonly Level[] = [];
  for (const { record } of readCsv(file)) {
    const indent = Number(record['Indent']);
    const text = cleaned(record['Description'] ?? '');
    const path = [...above.filter((level) => level.indent < indent), { indent, text }];
    above = path;
    const code = (record['HTS Number'] ?? '').replaceAll('.', '').trim();
    if (code.length >= 4 && Number(code.slice(0, 2)) <= LAST_CHAPTER)
      found.push(
        ...variants(
          path.map((level) => level.text),
          code,
        ),
      );
  }
  return found;
}

function variants(path: readonly string[], code: string): readonly LabelledText[] {
  const telling = path.filter((text) => !RESIDUAL.test(text));
  const texts = new Set([telling.join('; '), telling.slice(-2).join('; ')]);
  if (!RESIDUAL.test(path.at(-1) ?? '')) texts.add(path.at(-1) ?? '');
  return [...texts].map((description) => ({ description, code, source: 'us-tariff' as const }));
}

/** Without markup, statistical category numbers ("(338)") and the colon that announces further lines. */
function cleaned(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\(\d{3}\)/g, ' ')
    .replace(/:\s*$/, '')
    .trim();
}
