import { readCsv } from '../../../services/reference/importing/read-csv.ts';
import type { SourceFile } from '../../../services/reference/importing/source-file.ts';
import type { LabelledText } from './labelled-text.ts';

/** What the templates put before and behind the goods. */
const BEHIND = /(?:,? ?(?:for (?:bulk procurement|industrial procurement|regional retail|international wholesale|bonded warehouse|cross-border shipment|export under|customs clearance|scheduled maritime|mixed-lot|20ft)\b.*|for industrial\/commercial use|meeting international standards|- standard quality, bulk shipment|commercial grade, for import|quantity: various, for wholesale|packed for international trade|customs declaration|certified|FOB terms|new|for export))+\.?$/i;
const BEFORE = /^(?:trade declaration:|shipment of|export grade|imported)\s+/i;

/** HSClassify's texts without the phrases of their templates, each once. Only English ones. */
export function templatedTexts(file: SourceFile): readonly LabelledText[] {
  const texts = readCsv(file).flatMap(({ record }) => (record['language'] === 'en' ? [{ text: (record['text'] ?? '').replace(BEHIND, '').replace(BEFORE, ''), code: record['hs_code'] ?? '' }] : []));
  return [...new Map(texts.map(({ text, code }) => [`${code} ${text}`, { description: text, code, source: 'templated' as const }])).values()];
}
