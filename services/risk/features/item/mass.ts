import { compareMasses, kilograms } from '../mass.ts';
import { itemFeature, missing } from '../feature.ts';

/** What the item weighs, and whether its masses can be. */
export const massFeatures = [
  itemFeature('item.netMass', 'double', {
    label: 'net mass', doc: 'Net mass in kilograms (D.E. 6/1).', tier: 'trader', rests: 'stated',
    of: ({ goods }) => kilograms(goods.commodity?.netNetWeightMeasure, 'net mass'),
  }),
  itemFeature('item.grossMass', 'double', {
    label: 'gross mass', doc: 'Gross mass in kilograms, packaging included (D.E. 6/5).', tier: 'trader', rests: 'stated',
    of: ({ goods }) => kilograms(goods.commodity?.grossMassMeasure, 'gross mass'),
  }),
  itemFeature('item.netExceedsGross', 'bool', {
    label: 'net mass above gross mass', doc: 'Whether the net mass is above the gross mass, compared exactly.', tier: 'trader', rests: 'stated',
    of: ({ goods }) => {
      const net = goods.commodity?.netNetWeightMeasure;
      const gross = goods.commodity?.grossMassMeasure;
      if (net === undefined) return missing('no net mass is declared');
      return gross === undefined ? missing('no gross mass is declared') : compareMasses(net, gross) > 0;
    },
  }),
  itemFeature('item.grossMassStated', 'bool', {
    label: 'whether a gross mass is stated', doc: 'Whether the item states a gross mass above zero.', tier: 'trader', rests: 'whole',
    of: ({ goods }) => Number(goods.commodity?.grossMassMeasure?.value ?? 0) > 0,
  }),
];
