import Big from 'big.js';
import { convertQuantity } from '../../tariff/unit-of-measure.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature } from '../definition/feature.ts';

/** A number of pieces that words state: "10,000 pcs", "40 dozen". */
export interface Counted {
  readonly quantity: number;
  /** UN/ECE Rec. 20: NAR or NPR. */
  readonly unit: 'NAR' | 'NPR';
}

/** At most three spaces between number and word, so that the search takes time in proportion to the text; not what one set or pack holds. */
const PIECES =
  /(?<![\d.,x/-])(\d{1,3}(?:,\d{3}){1,3}|\d{1,9}) {0,3}(pieces|pcs|pc|units|nos|ea|each|dozens?|doz|dzn|pairs?|prs)\b(?! {0,3}(?:\/|per\b|sets?\b|x\b|in\b|a\b))(?!-)/;
/** "100 steel pin samples": a number before anything else, and a plural at the end. */
const BEFORE_ALL =
  /^ {0,3}(\d{1,3}(?:,\d{3}){1,3}|\d{2,9}) {1,3}([a-z]{3,20})(?: [a-z]{2,20}){0,4}(?<=[a-z]s)(?: {0,3}[,.;(].{0,300})?$/;
/** What a number before a word measures or names, and does not count. */
const MEASURES: ReadonlySet<string> = new Set(
  'inch inches foot feet yard yards metre metres meter meters gram grams litre litres liter liters ounce ounces pound pounds gallon gallons volt volts watt watts amp amps port ports pin pins way phase axis speed gear door doors seat seats seater wheel wheels ply layer layers piece part pole core channel bit year years day days month months person man drawer drawers stroke cylinder gauge mesh percent degree degrees carat denier grade series type model class cartons boxes bags packages pkgs ctns crates drums bales sacks cases pallets'.split(
    ' ',
  ),
);
/** Grades of steel and aluminium, which stand before their metal as a number would. */
const GRADES: ReadonlySet<string> = new Set(
  '201 202 301 303 304 310 316 317 321 347 410 416 420 430 440 1018 1045 1100 2024 3003 4130 4140 4340 5052 5083 6061 6063 6082 7075'.split(
    ' ',
  ),
);
const EACH: Readonly<Record<string, number>> = { dozen: 12, dozens: 12, doz: 12, dzn: 12 };

/** How many pieces the description says that there are; undefined where it does not. */
export function countedPieces({ goods }: ItemContext): Counted | undefined {
  const text = (goods.commodity?.description ?? '').toLowerCase();
  const said = PIECES.exec(text);
  if (said !== null) {
    const word = said[2]!;
    return { quantity: number(said[1]!) * (EACH[word] ?? 1), unit: /^(pair|prs)/.test(word) ? 'NPR' : 'NAR' };
  }
  const first = BEFORE_ALL.exec(text);
  if (first === null || MEASURES.has(first[2]!) || GRADES.has(first[1]!)) return undefined;
  return { quantity: number(first[1]!), unit: 'NAR' };
}

const number = (text: string): number => Number(text.replaceAll(',', ''));

/** What the words count, against what is declared. */
export const countedFeatures = [
  itemFeature('item.describedPieces', 'double', {
    label: 'pieces that the description speaks of',
    doc: 'Number of pieces or pairs that the description states ("10,000 pcs", "40 dozen", "100 steel pins"); 0 where it states none, or says only what one set or pack holds.',
    tier: 'trader',
    rests: 'whole',
    of: (context) => countedPieces(context)?.quantity ?? 0,
  }),
  itemFeature('item.piecesContradicted', 'bool', {
    label: 'pieces against the description',
    doc: 'Whether the description states a number of pieces or pairs and the supplementary quantity, counted alike, is neither that number nor a multiple or part of it.',
    tier: 'trader',
    rests: 'whole',
    of: piecesContradicted,
  }),
];

function piecesContradicted(context: ItemContext): boolean {
  const [counted, declared] = [countedPieces(context), context.goods.commodity?.tariffQuantity];
  if (counted === undefined || counted.quantity === 0 || declared?.unitCode === undefined) return false;
  const quantity = convertQuantity(new Big(declared.value), declared.unitCode, counted.unit)?.toNumber();
  if (quantity === undefined || quantity === 0) return false;
  return quantity % counted.quantity !== 0 && counted.quantity % quantity !== 0;
}
