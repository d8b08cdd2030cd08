import { comparableUnits } from '../../tariff/unit-of-measure.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature, type Missing, missing } from '../definition/feature.ts';

/** The supplementary quantity against the units that the tariff asks for. */
export const supplementaryUnitFeatures = [
  itemFeature('item.supplementaryUnit', 'string', {
    label: 'supplementary unit',
    doc: 'Unit in which the supplementary quantity is stated (UN/ECE Rec. 20).',
    tier: 'trader',
    rests: 'stated',
    of: ({ goods }) => goods.commodity?.tariffQuantity?.unitCode ?? missing('no supplementary unit is declared'),
  }),
  itemFeature('item.tariffUnits', 'list<string>', {
    label: 'units that the tariff asks for',
    doc: 'Supplementary units that the tariff asks for whatever the further digits are; empty where none.',
    tier: 'trader',
    rests: 'stated',
    of: tariffUnits,
    from: ({ item }) => [item.tariffLine.from],
  }),
  itemFeature('item.supplementaryQuantityMissing', 'bool', {
    label: 'need for a supplementary quantity',
    doc: 'Whether the tariff asks for a supplementary quantity and none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: (context) => {
      const units = tariffUnits(context);
      return 'missing' in units ? units : units.length > 0 && context.goods.commodity?.tariffQuantity === undefined;
    },
    from: ({ item }) => [item.tariffLine.from],
  }),
  itemFeature('item.supplementaryUnitWrong', 'bool', {
    label: 'unit of the supplementary quantity',
    doc: 'Whether a supplementary quantity is stated in a unit that measures something else than the tariff asks for.',
    tier: 'trader',
    rests: 'stated',
    of: (context) => {
      const units = tariffUnits(context);
      const stated = context.goods.commodity?.tariffQuantity?.unitCode;
      return 'missing' in units
        ? units
        : stated !== undefined && units.length > 0 && !units.some((unit) => comparableUnits(unit, stated));
    },
    from: ({ item }) => [item.tariffLine.from],
  }),
];

function tariffUnits({ item }: ItemContext): readonly string[] | Missing {
  switch (item.tariffLine.state) {
    case 'found':
      return item.tariffLine.value.supplementaryUnits;
    case 'absent':
      return missing('the code is no line of the tariff');
    case 'unknown':
      return missing(item.tariffLine.why);
  }
}
