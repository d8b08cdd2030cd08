import type { ItemContext } from '../definition/context.ts';
import { itemFeature, type Missing, missing } from '../definition/feature.ts';
import { deviation, usualBasis, usualMiddle, usualUnitValue, usualValuePerUnit } from './usual.ts';
import { itemValue, rateSource, unitValue } from './value.ts';

/** Goods on record that are all alike do not make another price evidence of other goods: standard deviation of the logarithm. */
const SMALLEST_SPREAD = 0.5;

const usualSource = (context: ItemContext): readonly string[] => [context.item.usual.from, ...rateSource(context)];

/** What the item is worth against what such goods usually cost, by weight and by the piece. */
export const usualValueFeatures = [
  itemFeature('item.usualUnitValueBasis', 'string', {
    label: 'basis of the usual value',
    doc: 'Where in the nomenclature a usual value per kilogram was found, its range, from how many goods and from which source: "subheading 6204.62: 6.9 to 79 USD/kg, 67 lines, old import statistics, scaled". The range holds four fifths of such lines, or two thirds of goods on record.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const usual = usualUnitValue(context);
      return 'missing' in usual ? usual : usualBasis(usual);
    },
    from: usualSource,
  }),
  itemFeature('item.unitValuePValueOrOne', 'double', {
    label: 'rarity of the value per kilogram',
    doc: 'Share of goods of the same code whose value per kilogram lies at least as far from the middle, were its logarithm normal and no narrower than a standard deviation of 0.5, to two digits; 1 where value or mass or what is usual is not known: for rules that join it with other evidence.',
    tier: 'analyst',
    rests: 'whole',
    of: (context) => {
      const [value, usual] = [unitValue(context), usualUnitValue(context)];
      if (typeof value !== 'number' || value <= 0 || 'missing' in usual) return 1;
      const least = Math.abs(Math.log(value) - usual.medianLog) / SMALLEST_SPREAD;
      return Number(twoSided(Math.min(Math.abs(deviation(value, usual, context.direction)), least)).toPrecision(2));
    },
    from: usualSource,
  }),
  itemFeature('item.shareOfUsualValue', 'double', {
    label: 'share of the usual value',
    doc: 'Value per kilogram against the median of goods of the same code, to three digits: 0.1 is a tenth.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const [value, usual] = [unitValue(context), usualUnitValue(context)];
      if (typeof value !== 'number') return value;
      return 'missing' in usual ? usual : Number((value / Math.exp(usual.medianLog)).toPrecision(3));
    },
    from: usualSource,
  }),
  itemFeature('item.valueShortfall', 'double', {
    label: 'shortfall against the usual value',
    doc: "What the goods would cost at the usual value of their kilograms above what is declared, in the authority's currency, to two digits; 0 where they are declared at more.",
    tier: 'inspector',
    rests: 'stated',
    of: valueShortfall,
    from: usualSource,
  }),
  itemFeature('item.pieceValue', 'double', {
    label: 'value per piece',
    doc: "Value in the authority's currency for one of the unit in which what such goods cost is known (piece, pair), to six digits.",
    tier: 'inspector',
    rests: 'stated',
    of: pieceValue,
    from: usualSource,
  }),
  itemFeature('item.pieceValueDeviation', 'double', {
    label: 'deviation of the value per piece',
    doc: 'Standard deviations of the logarithm by which the value per piece lies from what is usual for the code; minus is cheap; 0 where what such goods cost by the piece is not known: there is nothing to compare.',
    tier: 'analyst',
    rests: 'whole',
    of: (context) => {
      const usual = usualValuePerUnit(context);
      if ('missing' in usual) return 0;
      const value = pieceValue(context);
      if (typeof value !== 'number') return value;
      return value > 0 ? deviation(value, usual, context.direction) : missing('the value is not above zero');
    },
    from: usualSource,
  }),
  itemFeature('item.usualPieceValueBasis', 'string', {
    label: 'basis of the usual value per piece',
    doc: 'As item.usualUnitValueBasis, per piece or pair.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const usual = usualValuePerUnit(context);
      return 'missing' in usual ? usual : usualBasis(usual);
    },
    from: usualSource,
  }),
];

/** Share of a normal distribution that lies at least so many standard deviations from its middle (Abramowitz and Stegun 7.1.26, to 1e-7). */
function twoSided(deviations: number): number {
  const x = deviations / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return poly * Math.exp(-x * x);
}

function valueShortfall(context: ItemContext): number | Missing {
  const [value, perKilogram, usual] = [itemValue(context), unitValue(context), usualUnitValue(context)];
  if (typeof value !== 'number') return value;
  if (typeof perKilogram !== 'number') return perKilogram;
  if ('missing' in usual) return usual;
  return perKilogram > 0
    ? Number(Math.max(0, value * (usualMiddle(usual) / perKilogram - 1)).toPrecision(2))
    : missing('the value is not above zero');
}

function pieceValue(context: ItemContext): number | Missing {
  const [value, usual] = [itemValue(context), usualValuePerUnit(context)];
  if (typeof value !== 'number') return value;
  return 'missing' in usual ? usual : Number((value / usual.quantity).toPrecision(6));
}
