import Big from 'big.js';
import type { Measure } from '../../declaration/declaration-event.ts';
import { convertQuantity } from '../../tariff/unit-of-measure.ts';
import type { ItemContext } from '../definition/context.ts';
import { isMissing, itemFeature, type Missing, missing } from '../definition/feature.ts';
import { deviation, usualMassPerUnit, usualMiddle } from './usual.ts';
/** What the item weighs, and whether its masses can be. */
export const massFeatures = [
  itemFeature('item.netMass', 'double', {
    label: 'net mass',
    doc: 'Net mass in kilograms (D.E. 6/1).',
    tier: 'trader',
    rests: 'stated',
    of: ({ goods }) => kilograms(goods.commodity?.netNetWeightMeasure, 'net mass'),
  }),
  itemFeature('item.grossMass', 'double', {
    label: 'gross mass',
    doc: 'Gross mass in kilograms, packaging included (D.E. 6/5).',
    tier: 'trader',
    rests: 'stated',
    of: ({ goods }) => kilograms(goods.commodity?.grossMassMeasure, 'gross mass'),
  }),
  itemFeature('item.netExceedsGross', 'bool', {
    label: 'net mass against the gross mass',
    doc: 'Whether the net mass is above the gross mass, compared exactly.',
    tier: 'trader',
    rests: 'stated',
    of: ({ goods }) => {
      const net = goods.commodity?.netNetWeightMeasure;
      const gross = goods.commodity?.grossMassMeasure;
      if (net === undefined) return missing('no net mass is declared');
      if (gross === undefined) return missing('no gross mass is declared');
      const sign = compareMasses(net, gross);
      return isMissing(sign) ? sign : sign > 0;
    },
  }),
  itemFeature('item.grossMassStated', 'bool', {
    label: 'whether a gross mass is stated',
    doc: 'Whether the item, or the declaration as a whole, states a gross mass above zero.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods, event }) =>
      Number(goods.commodity?.grossMassMeasure?.value ?? event.totalGrossMassMeasure?.value ?? 0) > 0,
  }),
  itemFeature('item.grossMassAsStated', 'string', {
    label: 'gross mass as it is stated',
    doc: 'Gross mass of the item, else of the declaration, with its unit, as declared: "0 KGM"; "none" where neither states one.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods, event }) => {
      const stated = goods.commodity?.grossMassMeasure ?? event.totalGrossMassMeasure;
      return stated === undefined ? 'none' : `${stated.value} ${stated.unitCode ?? ''}`.trim();
    },
  }),
  itemFeature('item.massPerUnit', 'double', {
    label: 'mass per unit',
    doc: 'Net mass in kilograms for one supplementary unit, to six digits.',
    tier: 'trader',
    rests: 'stated',
    of: massPerUnit,
  }),
  itemFeature('item.massPerUnitDeviation', 'double', {
    label: 'deviation of the mass per unit',
    doc: 'Robust z-score of the logarithm of the mass per unit against goods of the same code; minus is light; 0 where no supplementary quantity is stated, or where what such goods weigh was never learned: there is nothing to compare.',
    tier: 'analyst',
    rests: 'whole',
    of: (context) => {
      if (context.goods.commodity?.tariffQuantity === undefined || neverLearned(context)) return 0;
      const mass = massPerUnit(context);
      if (typeof mass !== 'number') return mass;
      const usual = usualMassPerUnit(context);
      if ('missing' in usual) return usual;
      return mass > 0 ? deviation(mass, usual, context.direction) : missing('the net mass is not above zero');
    },
    from: ({ item }) => [item.usual.from],
  }),
  itemFeature('item.usualMassPerUnit', 'double', {
    label: 'usual mass per unit',
    doc: 'Median mass in kilograms for one supplementary unit of goods of the same code.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const usual = usualMassPerUnit(context);
      return 'missing' in usual ? usual : usualMiddle(usual);
    },
    from: ({ item }) => [item.usual.from],
  }),
];

/** The ratios were read and hold no mass per unit for such goods, which is the reference set's business and not the declaration's. */
const neverLearned = ({ item: { usual } }: ItemContext): boolean =>
  usual.state === 'found' && usual.value.massPerUnit.state === 'absent';

function massPerUnit({ goods }: ItemContext): number | Missing {
  const mass = kilograms(goods.commodity?.netNetWeightMeasure, 'net mass');
  if (typeof mass !== 'number') return mass;
  const quantity = Number(goods.commodity?.tariffQuantity?.value ?? 0);
  return quantity > 0 ? Number((mass / quantity).toPrecision(6)) : missing('no supplementary quantity is declared');
}

/** A declared mass in kilograms; masses are kilograms where no unit is stated. */
export function kilograms(mass: Measure | undefined, label: string): number | Missing {
  if (mass === undefined) return missing(`no ${label} is declared`);
  if (isKilograms(mass)) return Number(mass.value);
  const converted = exactKilograms(mass);
  return converted === undefined
    ? missing(`the ${label} is stated in "${mass.unitCode}", which is no unit of mass`)
    : converted.toNumber();
}

/** Sign of a − b, exact; missing where a unit is none of mass. */
export function compareMasses(a: Measure, b: Measure): number | Missing {
  const difference = Number(a.value) - Number(b.value);
  if (isKilograms(a) && isKilograms(b) && Math.abs(difference) > 1e-9 * Math.abs(Number(a.value)))
    return Math.sign(difference);
  const [x, y] = [exactKilograms(a), exactKilograms(b)];
  if (x === undefined) return missing(`a mass is stated in "${a.unitCode}", which is no unit of mass`);
  return y === undefined ? missing(`a mass is stated in "${b.unitCode}", which is no unit of mass`) : x.cmp(y);
}

/** Whether a mass is one of kilograms, as it is where no unit is stated. */
export const isKilograms = ({ unitCode }: Measure): boolean => unitCode === undefined || unitCode === 'KGM';

/** Kilograms, exact; undefined where the unit is none of mass. */
export function exactKilograms(mass: Measure): Big | undefined {
  return convertQuantity(new Big(mass.value), mass.unitCode ?? 'KGM', 'KGM');
}
