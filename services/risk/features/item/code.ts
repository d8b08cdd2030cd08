import { itemFeature, missing } from '../feature.ts';
import { commodityCodeOf } from '../../declaration/commodity-code.ts';

/** The commodity code, and what the nomenclature and the tariff say of it. */
export const codeFeatures = [
  itemFeature('item.commodityCode', 'string', {
    label: 'commodity code', doc: 'Declared code: tariff code with its TARIC digits, else the HS code.', tier: 'trader', rests: 'stated',
    of: ({ goods }) => commodityCodeOf(goods) ?? missing('no commodity code is declared'),
  }),
  itemFeature('item.codeState', 'string', {
    label: 'state of the commodity code', doc: 'valid, or notInNomenclature: not a subheading of the Harmonized System edition in force on the day.', tier: 'trader', rests: 'stated',
    of: ({ item }) => {
      switch (item.subheading.state) {
        case 'found':
          return 'valid';
        case 'absent':
          return 'notInNomenclature';
        case 'unknown':
          return missing(item.subheading.why);
      }
    },
    from: ({ item }) => [item.subheading.from],
  }),
];
