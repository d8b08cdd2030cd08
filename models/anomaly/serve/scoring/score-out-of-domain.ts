import type { UsualRatio } from '../../../../services/risk/facts/facts.ts';
import type { ModelAnswer, ModelEvidence } from '../../../../services/risk/facts/model-answer.ts';
import type { ItemContext } from '../../../../services/risk/features/definition/context.ts';
import { isMissing, type Missing } from '../../../../services/risk/features/definition/feature.ts';
import { kilograms } from '../../../../services/risk/features/item/mass.ts';
import {
  deviation,
  usualBasis,
  usualMassPerUnit,
  usualMiddle,
  usualUnitValue,
} from '../../../../services/risk/features/item/usual.ts';
import { itemValue } from '../../../../services/risk/features/item/value.ts';
import { cauchyCombined } from '../../../statistics/combined-p-value.ts';
import { scoreAt } from '../../../statistics/conformal.ts';
import { ALL, segmentPValue } from '../../../statistics/segments.ts';
import { MAD_TO_SIGMA } from '../similar/number-density.ts';
import { WORTH_EXPLAINING } from './score-goods.ts';
import type { TrainedAnomaly } from './trained-anomaly.ts';

/** What can be said of goods outside the scopes. */
export type OutOfDomainScore = Required<Pick<ModelAnswer, 'score' | 'pValue' | 'evidence'>> | { readonly why: string };

/**
 * Goods outside the scopes: only how far value per kilogram and mass per unit lie from what reference data have as usual, with
 * p-values from how far the goods learned from stray where similar goods differ as much. That is cautious: it mostly calls odd what
 * is odd by orders of magnitude.
 */
export function scoreOutOfDomain(context: ItemContext, trained: TrainedAnomaly): OutOfDomainScore {
  const value = ratio(itemValue(context), mass(context));
  const perUnit = ratio(mass(context), Number(context.goods.commodity?.tariffQuantity?.value ?? 0));
  const compared = [
    compare('value per kilogram', value, usualUnitValue(context), trained, context.direction),
    compare('mass per unit', perUnit, usualMassPerUnit(context), trained, context.direction),
  ];
  const known = compared.filter((one) => 'pValue' in one);
  if (known.length === 0) return { why: [...new Set(compared.map((one) => ('why' in one ? one.why : '')))].join('; ') };
  const pValue = Number(cauchyCombined(known.map((one) => one.pValue)).toFixed(6));
  // On the scale of goods within the scopes, so that one queue holds both.
  const score = Number(scoreAt(trained.calibration.tables.get(ALL)!, pValue).toFixed(5));
  return { score, pValue, evidence: pValue > WORTH_EXPLAINING ? [] : evidence(known, trained) };
}

const mass = ({ goods }: ItemContext): number | Missing => kilograms(goods.commodity?.netNetWeightMeasure, 'net mass');

function ratio(above: number | Missing, below: number | Missing): number | Missing {
  if (typeof above !== 'number') return above;
  if (typeof below !== 'number') return below;
  return above > 0 && below > 0 ? above / below : { missing: 'mass, value or quantity is not above zero' };
}

interface Compared {
  readonly field: string;
  readonly seen: number;
  readonly usual: UsualRatio;
  readonly distance: number;
  readonly pValue: number;
}

function compare(
  field: string,
  seen: number | Missing,
  usual: UsualRatio | Missing,
  { outOfDomain: elsewhere }: TrainedAnomaly,
  direction: ItemContext['direction'],
): Compared | { readonly why: string } {
  if (typeof seen !== 'number') return { why: seen.missing };
  if (isMissing(usual as Missing)) return { why: (usual as Missing).missing };
  const known = usual as UsualRatio;
  const distance = Math.abs(deviation(seen, known, direction));
  const { pValue } = segmentPValue(
    elsewhere,
    outOfDomainSegments(known.level === 'HS8' ? 'HS6' : known.level, known.madLog),
    distance,
  );
  return { field, seen, usual: known, distance, pValue };
}

function evidence(compared: readonly Compared[], trained: TrainedAnomaly): ModelEvidence[] {
  const total = compared.reduce((sum, { distance }) => sum + distance, 0);
  return [...compared]
    .sort((a, b) => b.distance - a.distance)
    .map((one) => ({
      field: one.field,
      ...inWords(one, trained),
      share: total === 0 ? 0 : Number((one.distance / total).toFixed(3)),
    }));
}

function inWords(
  { seen, usual, pValue }: Compared,
  { domains: scopes }: TrainedAnomaly,
): Pick<ModelEvidence, 'seen' | 'usual'> {
  const rarity = `as far off in ${String(Number((100 * pValue).toPrecision(2)))} % of honest goods of ${scopes.map(({ name }) => name).join(', ')}`;
  return {
    seen: `${String(Number(seen.toPrecision(3)))} ${usual.unit}`,
    usual: `median ${String(usualMiddle(usual))}, by reference data ${usualBasis(usual)}; ${rarity}`,
  };
}

/**
 * The segments of a distance, the narrowest first: level and spread, then spread. Goods of codes that are all alike stray by many
 * of their small standard deviations and goods of codes that differ widely by few of their large ones, so that one table for both
 * would be too strict with the first and blind to the second.
 * @param mad median absolute deviation of the logarithm among similar goods
 */
export function outOfDomainSegments(level: string, mad: number): readonly string[] {
  const spread = spreadWord(MAD_TO_SIGMA * mad);
  return [`${level}, ${spread}`, spread];
}

function spreadWord(sigma: number): string {
  if (sigma < 0.15) return 'alike';
  if (sigma < 0.5) return 'narrow spread';
  if (sigma < 1) return 'middling spread';
  return sigma < 2 ? 'wide spread' : 'very wide spread';
}
