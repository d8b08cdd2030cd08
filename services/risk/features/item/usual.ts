import Big from 'big.js';
import type { Direction } from '../../declaration/direction.ts';
import type { UsualRatio } from '../../facts/facts.ts';
import type { Known } from '../../facts/known.ts';
import { convertQuantity } from '../../tariff/unit-of-measure.ts';
import type { ItemContext } from '../definition/context.ts';
import { type Missing, missing } from '../definition/feature.ts';
import { countedPieces } from './counted.ts';

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const MAD_TO_SIGMA = 1.4826;
/** Standard deviations from the median of a normal distribution to its 10th and 90th percentile. */
const TENTH_TO_SIGMA = 1 / 1.2816;
/** Goods whose known cases are all alike are still allowed to differ by a sixth: prices of the most even goods do. */
const SMALLEST_SIGMA = 0.15;
/** Statistics of imports say less of exports, which have other prices and other makers: expert weight. */
const WIDER_FOR_EXPORTS = 1.5;

/**
 * How far a ratio lies from what is usual, in standard deviations of its natural logarithm, to two decimals, so that the last digit of
 * a logarithm decides nothing. Among goods on record a robust z-score (Iglewicz and Hoaglin, 1993); in statistics of trade elsewhere
 * by the spread on its side of the median, with what may lie between that trade and this one.
 */
export function deviation(ratio: number, usual: UsualRatio, direction: Direction | undefined): number {
  const distance = Math.log(ratio) - usual.medianLog;
  return Math.round((distance / sigmaOf(usual, Math.sign(distance), direction)) * 100) / 100;
}

function sigmaOf(
  { statistics, medianLog, madLog }: UsualRatio,
  side: number,
  direction: Direction | undefined,
): number {
  if (statistics === undefined) return Math.max(MAD_TO_SIGMA * madLog, SMALLEST_SIGMA);
  const tenth = side < 0 ? medianLog - statistics.lowLog : statistics.highLog - medianLog;
  const sigma = Math.hypot(Math.max(tenth * TENTH_TO_SIGMA, SMALLEST_SIGMA), statistics.uncertainty);
  return direction === 'export' ? sigma * WIDER_FOR_EXPORTS : sigma;
}

/** The middle of what is usual, to three digits. */
export const usualMiddle = (usual: UsualRatio): number => threeDigits(usual.medianLog);

/** The range in which two thirds of such goods lie, in words; of statistics the range in which four fifths do. */
export function usualRange(usual: UsualRatio): string {
  const { statistics, medianLog, madLog, unit } = usual;
  const [low, high] =
    statistics === undefined
      ? [medianLog - MAD_TO_SIGMA * madLog, medianLog + MAD_TO_SIGMA * madLog]
      : [statistics.lowLog, statistics.highLog];
  return `${threeDigits(low)}–${threeDigits(high)} ${unit}`;
}

/** Where what is usual was found, for people: "subheading 6204.62: 5.9 to 69 GBP/kg, 67 lines, old import statistics, scaled". */
export function usualBasis(usual: UsualRatio): string {
  const { statistics, medianLog, madLog, level, code, unit, count } = usual;
  const [low, high] =
    statistics === undefined
      ? [medianLog - MAD_TO_SIGMA * madLog, medianLog + MAD_TO_SIGMA * madLog]
      : [statistics.lowLog, statistics.highLog];
  const source = statistics === undefined ? 'goods items, declarations on record' : `lines, ${statistics.inWords}`;
  return `${LEVEL_WORDS[level]} ${dotted(code)}: ${rounded(low)} to ${rounded(high)} ${perUnitInWords(unit)}, ${count} ${source}`;
}

const LEVEL_WORDS: Readonly<Record<UsualRatio['level'], string>> = {
  HS8: 'code',
  HS6: 'subheading',
  HS4: 'heading',
  HS2: 'chapter',
};
const UNIT_WORDS: Readonly<Record<string, string>> = { KGM: 'kg', NAR: 'piece', NPR: 'pair', MTQ: 'm³' };

const threeDigits = (log: number): number => Number(Math.exp(log).toPrecision(3));
const rounded = (log: number): number => Number(Math.exp(log).toPrecision(2));
const dotted = (code: string): string => (code.length > 4 ? `${code.slice(0, 4)}.${code.slice(4)}` : code);
const perUnitInWords = (unit: string): string =>
  unit
    .split('/')
    .map((part) => UNIT_WORDS[part] ?? part)
    .join('/');

/** Usual unit value of the item's code, where it was learned from enough goods. */
export function usualUnitValue({ item, settings }: ItemContext): UsualRatio | Missing {
  const ratios = item.usual;
  return ratios.state === 'found'
    ? enough(ratios.value.unitValue, settings.usualMinimumCount)
    : missing(whyNot(ratios));
}

/** Usual mass per unit of the item's code in the unit that is declared. */
export function usualMassPerUnit({ item, goods, settings }: ItemContext): UsualRatio | Missing {
  const unit = goods.commodity?.tariffQuantity?.unitCode ?? onlyTariffUnit(item);
  if (unit === undefined) return missing('no supplementary unit is declared');
  if (item.usual.state !== 'found') return missing(whyNot(item.usual));
  const { massPerUnit } = item.usual.value;
  if (massPerUnit.state !== 'found') return missing(whyNot(massPerUnit));
  const ratio = massPerUnit.value.find((one) => one.unit === `KGM/${unit.split('#', 1)[0]}`);
  return ratio === undefined
    ? missing(`what such goods weigh per ${unit} is not known`)
    : enoughOf(ratio, settings.usualMinimumCount);
}

/** Usual value per piece, pair or other unit of the item's code, and how many of them are declared. */
export function usualValuePerUnit(context: ItemContext): (UsualRatio & { readonly quantity: number }) | Missing {
  const { item, settings } = context;
  if (item.usual.state !== 'found') return missing(whyNot(item.usual));
  const known = item.usual.value.valuePerUnit;
  if (known?.state !== 'found') return missing(known === undefined ? NOT_KNOWN : whyNot(known));
  const counted = countedUnits(context);
  if (counted === undefined) return missing('no supplementary quantity with a unit is declared');
  for (const ratio of known.value) {
    const quantity = convertQuantity(new Big(counted.quantity), counted.unit, ratio.unit.split('/')[1]!);
    if (quantity?.gt(0) === true && ratio.count >= settings.usualMinimumCount)
      return { ...ratio, quantity: quantity.toNumber() };
  }
  return missing(`what such goods cost per ${counted.unit} is not known`);
}

/** How many there are: as declared, else as the description counts them. */
function countedUnits(context: ItemContext): { readonly quantity: string | number; readonly unit: string } | undefined {
  const declared = context.goods.commodity?.tariffQuantity;
  const unit = declared?.unitCode ?? onlyTariffUnit(context.item);
  return declared === undefined || unit === undefined ? countedPieces(context) : { quantity: declared.value, unit };
}

/** A quantity without a unit is in the one that the tariff asks for, where it asks for one. */
function onlyTariffUnit({ tariffLine }: ItemContext['item']): string | undefined {
  const units = tariffLine.state === 'found' ? tariffLine.value.supplementaryUnits : [];
  return units.length === 1 ? units[0] : undefined;
}

function enough(ratio: Known<UsualRatio>, minimum: number): UsualRatio | Missing {
  return ratio.state === 'found' ? enoughOf(ratio.value, minimum) : missing(whyNot(ratio));
}

function enoughOf(ratio: UsualRatio, minimum: number): UsualRatio | Missing {
  return ratio.count < minimum ? missing(`what is usual was learned from ${ratio.count} goods only`) : ratio;
}

const NOT_KNOWN = 'what is usual for such goods is not known';

function whyNot(fact: Exclude<Known<unknown>, { readonly state: 'found' }>): string {
  return fact.state === 'unknown' ? fact.why : NOT_KNOWN;
}
