import { describe, expect, test } from 'vitest';
import type { GoodsItem } from '../../../services/risk/declaration/declaration-event.ts';
import type { UsualRatio, UsualRatios } from '../../../services/risk/facts/facts.ts';
import { found } from '../../../services/risk/facts/known.ts';
import type { ItemContext } from '../../../services/risk/features/definition/context.ts';
import { conditionFeatures } from '../../../services/risk/features/item/condition.ts';
import { countedFeatures, countedPieces } from '../../../services/risk/features/item/counted.ts';
import { deviation, usualBasis } from '../../../services/risk/features/item/usual.ts';
import { usualValueFeatures } from '../../../services/risk/features/item/usual-value.ts';
import { decimal } from '../../harness/checked.ts';
import { ordinaryItem } from './ordinary-facts.ts';

const onRecord: UsualRatio = {
  unit: 'GBP/KGM',
  level: 'HS6',
  code: '620462',
  medianLog: Math.log(20),
  madLog: 0.5,
  count: 80,
};
const [low, high] = [Math.log(20 / Math.E ** 1.2816), Math.log(20 * Math.E ** 2.5632)];
const statistics = { inWords: 'old import statistics, scaled', uncertainty: 0.75, lowLog: low, highLog: high };
const inStatistics: UsualRatio = { ...onRecord, statistics };

describe('how far a value lies from what is usual', () => {
  test('given goods on record, then by their spread, the same for imports and exports', () => {
    expect(deviation(20 * Math.E, onRecord, 'import')).toBe(1.35);
    expect(deviation(20 * Math.E, onRecord, 'export')).toBe(1.35);
  });

  test('given statistics of trade elsewhere, then by the spread on that side, and what they may be off', () => {
    expect(deviation(20 / Math.E, inStatistics, 'import')).toBe(-0.8);
    expect(deviation(20 * Math.E, inStatistics, 'import')).toBe(0.47);
  });

  test('given an export, then statistics of imports say less of it', () => {
    expect(deviation(20 / Math.E, inStatistics, 'export')).toBe(-0.53);
  });

  test('given either, then words name level, range, count and source', () => {
    expect(usualBasis(inStatistics)).toBe(
      'subheading 6204.62: 5.6 to 260 GBP/kg, 80 lines, old import statistics, scaled',
    );
    expect(usualBasis({ ...onRecord, level: 'HS4', code: '6204' })).toBe(
      'heading 6204: 9.5 to 42 GBP/kg, 80 goods items, declarations on record',
    );
  });
});

const goods = (description: string, quantity?: GoodsItem['commodity'] & object): GoodsItem => ({
  ...ordinaryItem,
  commodity: { ...ordinaryItem.commodity!, description, ...quantity },
});
const counting = (description: string) => countedPieces({ goods: goods(description) } as ItemContext);

describe('what words count', () => {
  test.each([
    ['100 steel pin samples', 100, 'NAR'],
    ['Steel pins, 10,000 pcs', 10_000, 'NAR'],
    ['T-shirts 40 dozen', 480, 'NAR'],
    ['Sneakers, 250 pairs', 250, 'NPR'],
  ])('given "%s", then %d %s', (description, quantity, unit) => {
    expect(counting(description)).toEqual({ quantity, unit });
  });

  test.each([
    'Set of 6 wine glasses',
    'Sockets, 10 pcs per box',
    '304 stainless steel fittings',
    '12 volt lead batteries',
    '24 port network switches',
    'Steel dowel pins 6 x 30 mm',
    'Landing gear doors for Boeing 737',
    'Trousers, 65 % polyester',
  ])('given "%s", then nothing is counted', (description) => {
    expect(counting(description)).toBeUndefined();
  });

  const contradicted = countedFeatures.find(({ name }) => name === 'item.piecesContradicted')!;
  test.each([
    ['10,000 pcs', '120', 'NAR', true],
    ['10,000 pcs', '10', 'MIL', false],
    ['10,000 pcs', '100', 'NAR', false],
    ['40 dozen', '40', 'DZN', false],
    ['10,000 pcs', '120', 'KGM', false],
  ])('given "%s" and %s %s declared, then contradicted: %s', (description, value, unitCode, expected) => {
    const context = { goods: goods(description, { tariffQuantity: { value: decimal(value), unitCode } } as never) };
    expect(contradicted.of(context as ItemContext)).toBe(expected);
  });
});

test.each([
  ['Shirts, second-hand', ['secondhand']],
  ['100 steel pin samples', ['samples']],
  ['Shirts of cotton', []],
])('given "%s", then the state of the goods is %j', (description, words) => {
  const state = conditionFeatures.find(({ name }) => name === 'item.conditionWords')!;
  expect(state.of({ goods: goods(description) } as ItemContext)).toEqual(words);
});

describe('values per piece and in all', () => {
  const shoes: UsualRatio = { ...inStatistics, unit: 'GBP/NPR', code: '640411' };
  const context = (difference: Partial<UsualRatios> = {}): ItemContext =>
    ({
      direction: 'import',
      settings: { historyMinimumDays: 90, usualMinimumCount: 20 },
      facts: { authority: { currency: 'GBP' } },
      event: {},
      goods: {
        ...goods('Running shoes', { tariffQuantity: { value: decimal('2000'), unitCode: 'NPR' } } as never),
        statisticalValueAmount: { value: decimal('2000'), currencyId: 'GBP' },
      },
      item: {
        exchangeRates: {},
        usual: found(
          {
            unitValue: found(inStatistics, 'u'),
            massPerUnit: found([], 'u'),
            valuePerUnit: found([shoes], 'u'),
            ...difference,
          },
          'u',
        ),
      },
    }) as unknown as ItemContext;
  const valueOf = (name: string, asked = context()) => usualValueFeatures.find((one) => one.name === name)!.of(asked);

  test('given shoes at a twentieth of the usual price, then deviation, share and shortfall say so', () => {
    expect(valueOf('item.pieceValue')).toBe(1);
    expect(valueOf('item.pieceValueDeviation')).toBe(-2.4);
    expect(valueOf('item.shareOfUsualValue')).toBe(0.1);
    expect(valueOf('item.valueShortfall')).toBe(18_000);
    expect(valueOf('item.unitValuePValueOrOne')).toBe(0.066);
  });

  test('given no price by the pair, then there is nothing to compare', () => {
    const { unitValue, massPerUnit } = (context().item.usual as { value: UsualRatios }).value;
    const asked = { ...context(), item: { ...context().item, usual: found({ unitValue, massPerUnit }, 'u') } };
    expect(valueOf('item.pieceValueDeviation', asked)).toBe(0);
    expect(valueOf('item.pieceValue', asked)).toHaveProperty('missing');
  });
});
