import { chapterOf, commodityCodeOf, statedCodeOf, whyNoCode } from '../../declaration/commodity-code.ts';
import type { Known } from '../../facts/known.ts';
import { itemFeature, type Missing, missing } from '../definition/feature.ts';

/** The commodity code, and what the nomenclature and the tariff say of it. */
export const codeFeatures = [
  itemFeature('item.commodityCode', 'string', {
    label: 'commodity code',
    doc: 'Declared code: tariff code with its TARIC digits, else the HS code.',
    tier: 'trader',
    rests: 'stated',
    of: ({ goods }) => commodityCodeOf(goods) ?? missing(whyNoCode(goods)),
  }),
  itemFeature('item.chapter', 'string', {
    label: 'chapter',
    doc: 'First two digits of the commodity code.',
    tier: 'trader',
    rests: 'stated',
    of: ({ goods }) => {
      const code = commodityCodeOf(goods);
      return code === undefined ? missing(whyNoCode(goods)) : chapterOf(code);
    },
  }),
  itemFeature('item.codeStated', 'bool', {
    label: 'whether a commodity code is stated',
    doc: 'Whether the item states a commodity code.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => statedCodeOf(goods) !== undefined,
  }),
  itemFeature('item.codeAsStated', 'string', {
    label: 'code as it is stated',
    doc: 'What is declared as the commodity code, though it can be none; "" where nothing is.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => statedCodeOf(goods) ?? '',
  }),
  itemFeature('item.codeDigitsPossible', 'bool', {
    label: 'whether a code can have as many digits as are stated',
    doc: 'False where the declared code has 1, 3, 5, 7 or 9 digits; true where none is declared.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => statedCodeOf(goods) === commodityCodeOf(goods),
  }),
  itemFeature('item.codeState', 'string', {
    label: 'first six digits of the code',
    doc: 'valid, or notInNomenclature: no subheading of the Harmonized System edition in force on the day.',
    tier: 'trader',
    rests: 'stated',
    of: ({ item }) => stateOf(item.subheading, 'notInNomenclature'),
    from: ({ item }) => [item.subheading.from],
  }),
  itemFeature('item.tariffState', 'string', {
    label: 'national digits of the code',
    doc: "valid, or notInTariff: the code is no line of the authority's own tariff on the day.",
    tier: 'trader',
    rests: 'stated',
    of: ({ item }) => stateOf(item.tariffLine, 'notInTariff'),
    from: ({ item }) => [item.tariffLine.from],
  }),
  itemFeature('item.headingTitle', 'string', {
    label: 'title of the heading',
    doc: 'What the heading (four digits) of the declared code is called.',
    tier: 'trader',
    rests: 'stated',
    of: ({ item }) =>
      item.subheading.state === 'found'
        ? (item.subheading.value.headingTitle ?? missing('the heading has no title'))
        : missing('the code has no heading'),
    from: ({ item }) => [item.subheading.from],
  }),
];

function stateOf(fact: Known<unknown>, absent: string): string | Missing {
  switch (fact.state) {
    case 'found':
      return 'valid';
    case 'absent':
      return absent;
    case 'unknown':
      return missing(fact.why);
  }
}
