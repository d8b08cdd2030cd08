import type { UsualRatio } from '../../facts/facts.ts';
import type { Known } from '../../facts/known.ts';
import type { ItemContext } from '../definition/context.ts';
import { type Missing, missing } from '../definition/feature.ts';

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const MAD_TO_SIGMA = 1.4826;
/** Goods whose known cases are all alike are still allowed to differ by a sixth: prices of the most even goods do. */
const SMALLEST_SIGMA = 0.15;

/**
 * How far a ratio lies from what is usual: robust z-score of its natural logarithm (Iglewicz and Hoaglin, 1993), to two decimals,
 * so that the last digit of a logarithm decides nothing.
 */
export function deviation(ratio: number, usual: UsualRatio): number {
  const sigma = Math.max(MAD_TO_SIGMA * usual.madLog, SMALLEST_SIGMA);
  return Math.round(((Math.log(ratio) - usual.medianLog) / sigma) * 100) / 100;
}

/** The middle of what is usual, to three digits. */
export const usualMiddle = (usual: UsualRatio): number => Number(Math.exp(usual.medianLog).toPrecision(3));

/** The range in which two thirds of such goods lie, in words. */
export function usualRange({ medianLog, madLog, unit }: UsualRatio): string {
  const [low, high] = [medianLog - MAD_TO_SIGMA * madLog, medianLog + MAD_TO_SIGMA * madLog].map((log) =>
    Number(Math.exp(log).toPrecision(3)),
  );
  return `${low}–${high} ${unit}`;
}

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

function whyNot(fact: Exclude<Known<unknown>, { readonly state: 'found' }>): string {
  return fact.state === 'unknown' ? fact.why : 'what is usual for such goods is not known';
}
