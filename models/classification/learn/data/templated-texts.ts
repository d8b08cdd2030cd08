import { readCsv } from '../../../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../../../services/source-files/source-file.ts';
import type { LabelledText } from './labelled-text.ts';

/** What the templates put before and behind the goods. */
const BEHIND =
  /(?:,? ?(?:for (?:bulk procurement|industrial procurement|regional retail|international wholesale|bonded warehouse|cross-border shipment|export under|customs clearance|scheduled maritime|mixed-lot|20ft)\b.*|for industrial\/commercial use|meeting international standards|- standard quality, bulk shipment|commercial grade, for import|quantity: various, for wholesale|packed for international trade|customs declaration|certified|FOB terms|new|for export))+\.?$/i;
const BEFORE = /^(?:trade declaration:|shipment of|export grade|imported)\s+/i;

/** HSClassify's texts without the phrases of their templates, each once. Only English ones. Some are the Harmonized System's own, some as in trade. */
export function templatedTexts(file: SourceFile): readonly LabelledText[] {
  const texts = readCsv(file).flatMap(({ record }): LabelledText[] => {
    if (record['language'] !== 'en') return [];
    const [text, official] = [withoutTemplate(record['text'] ?? ''), withoutTemplate(record['hs_desc'] ?? '')];
    return [
      { description: text, code: record['hs_code'] ?? '', source: isOfficial(text, official) ? 'templated' : 'traded' },
    ];
  });
  return [...new Map(texts.map((one) => [`${one.code} ${one.description}`, one])).values()];
}

const withoutTemplate = (text: string): string => text.replace(BEHIND, '').replace(BEFORE, '');

/** The code's own text, or another in the law's words, which set semicolons: no trader does. */
const isOfficial = (text: string, official: string): boolean =>
  text.toLowerCase() === official.toLowerCase() || text.includes(';');
