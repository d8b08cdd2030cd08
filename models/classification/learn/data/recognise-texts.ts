import { hsCorrelation } from '../../../../services/reference/kinds/nomenclature/hs-correlation.ts';
import { hsNomenclature } from '../../../../services/reference/kinds/nomenclature/hs-nomenclature.ts';
import { usHts } from '../../../../services/reference/kinds/tariff/us-hts.ts';
import { usScheduleB } from '../../../../services/reference/kinds/tariff/us-schedule-b.ts';
import { csvColumns } from '../../../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../../../services/source-files/source-file.ts';
import type { LabelledText } from './labelled-text.ts';
import { nomenclatureTexts } from './nomenclature-texts.ts';
import { isOwnTexts, ownTexts } from './own-texts.ts';
import { isPublishedTexts, publishedTexts } from './published-texts.ts';
import { searchReferenceTexts } from './search-reference-texts.ts';
import { templatedTexts } from './templated-texts.ts';
import { usExportTexts } from './us-export-texts.ts';
import { usTariffTexts } from './us-tariff-texts.ts';

/** A kind of file with labelled texts, told by its content. */
export interface TextFormat {
  /** For `--help` and messages. */
  readonly description: string;
  recognises(file: SourceFile): boolean;
  read(file: SourceFile): readonly LabelledText[];
}

const hasColumns =
  (columns: readonly string[]) =>
  (file: SourceFile): boolean =>
    columns.every((column) => csvColumns(file).includes(column));
const isJsonObject = ({ body }: SourceFile): boolean =>
  body.kind === 'text' && /^\s*\{\s*"[^"]*"\s*:\s*"\d{4,10}"/.test(body.text.slice(0, 500));

/** Every kind that training reads; a new one is a line here. */
export const TEXT_FORMATS: readonly TextFormat[] = [
  {
    description: 'descriptions with their codes: CSV with the columns description and commodityCode',
    recognises: isOwnTexts,
    read: ownTexts,
  },
  {
    description: 'texts as authorities published them: CSV with the columns description, code and source',
    recognises: isPublishedTexts,
    read: publishedTexts,
  },
  {
    description: 'search references: one JSON object, words → code',
    recognises: isJsonObject,
    read: searchReferenceTexts,
  },
  {
    description: hsNomenclature.description,
    recognises: (file) => hsNomenclature.recognises(file),
    read: nomenclatureTexts,
  },
  { description: usHts.description, recognises: (file) => usHts.recognises(file), read: usTariffTexts },
  { description: usScheduleB.description, recognises: (file) => usScheduleB.recognises(file), read: usExportTexts },
  {
    description: 'templated descriptions: CSV with the columns text, hs_code and language',
    recognises: hasColumns(['text', 'hs_code', 'language']),
    read: templatedTexts,
  },
];

/** Pairs [HS 2022, HS 2017] where the file is a correlation table; undefined where it is none. Pairs of equal codes are left out. */
export function correlationPairs(file: SourceFile): readonly (readonly [newer: string, older: string])[] | undefined {
  if (!hsCorrelation.recognises(file)) return undefined;
  const { piece } = hsCorrelation.read(file);
  if (piece.piece !== 'correlation') return undefined;
  const several = new Set(piece.pairs.filter(([newer, older]) => newer !== older).flat());
  return piece.pairs.filter(([newer, older]) => newer !== older || several.has(newer));
}
