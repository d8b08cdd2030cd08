import { describe, expect, test } from 'vitest';
import type { AdditionalDocument } from '../../../../services/risk/declaration/declaration-event.ts';
import type { Licence, LicenceLine, WriteOffAnswer } from '../../../../services/risk/facts/facts.ts';
import { found } from '../../../../services/risk/facts/known.ts';
import {
  declarationContext,
  type ItemContext,
  itemContext,
} from '../../../../services/risk/features/definition/context.ts';
import { licenceFeatures } from '../../../../services/risk/features/item/licence.ts';
import { day, decimal } from '../../../harness/checked.ts';
import { factsWhere } from '../ordinary-facts.ts';

/** Cited by a declaration accepted on 2026-11-20 for goods of 8419 81 20 to Japan. */
const cited: Licence = {
  id: 'GB1',
  status: 'issued',
  holderId: 'GB123456789000',
  lines: [{ line: 1, commodityCode: '84198120', destinations: ['JP'] }],
  revision: 1,
};

const KGM_BY_ENTRY: LicenceLine = {
  line: 1,
  controlEntry: '2B350',
  destinations: [],
  quantity: decimal('100'),
  unit: 'KGM',
};

function told(
  feature: `item.${string}`,
  difference: Partial<Licence>,
  answer?: WriteOffAnswer,
  stated: Partial<AdditionalDocument> = {},
): unknown {
  const documents = [
    {
      level: 'item',
      index: 0,
      code: 'X002',
      kind: found({ kind: 'licence' as const, subject: 'dual-use', title: 'licence' }, 'types'),
      licence: found({ ...cited, ...difference }, 'licences@1'),
      ...(answer && { writeOff: found(answer, 'ledger') }),
    },
  ] as const;
  const facts = factsWhere({
    goods: { additionalDocuments: [{ categoryCode: 'X', typeCode: '002', id: 'GB1', ...stated }] },
    item: { documents },
  });
  return licenceFeatures
    .find(({ name }) => name === feature)
    ?.of(itemContext(declarationContext(facts, { historyMinimumDays: 90, usualMinimumCount: 20 }), 0));
}

const [HIT, MISS] = [['X002 GB1'], []];

test('given an item that was asked for all features of licences, then each says what it says of an item that was asked for nothing else', () => {
  const documents = [{ validTo: day('2026-11-19') }, { status: 'suspended' as const }, {}].map((difference, index) => ({
    level: 'item' as const,
    index,
    code: `X00${index}`,
    kind: found({ kind: 'licence' as const, subject: 'dual-use', title: 'licence' }, 'types'),
    licence: found({ ...cited, holderId: 'FR1', ...difference }, 'licences@1'),
  }));
  const item = (): ItemContext =>
    itemContext(
      declarationContext(factsWhere({ item: { documents } }), { historyMinimumDays: 90, usualMinimumCount: 20 }),
      0,
    );
  const asked = item();
  const alone = licenceFeatures.map((feature) => feature.of(item()));
  expect(licenceFeatures.map((feature) => feature.of(asked))).toEqual(alone);
  expect(licenceFeatures.toReversed().map((feature) => feature.of(asked))).toEqual(alone.toReversed());
});

describe('what is wrong with a licence that is cited', () => {
  test.each<[string, `item.${string}`, Partial<Licence>, readonly string[]]>([
    ['that ends on the day', 'item.licencesExpired', { validTo: day('2026-11-20') }, MISS],
    ['that ended the day before', 'item.licencesExpired', { validTo: day('2026-11-19') }, HIT],
    ['that begins on the day', 'item.licencesNotYetValid', { validFrom: day('2026-11-20') }, MISS],
    ['that begins the day after', 'item.licencesNotYetValid', { validFrom: day('2026-11-21') }, HIT],
    [
      'for a chapter that holds the goods',
      'item.licencesForOtherGoods',
      { lines: [{ line: 1, commodityCode: '84', destinations: [] }] },
      MISS,
    ],
    [
      'for a finer code than was declared',
      'item.licencesForOtherGoods',
      { lines: [{ line: 1, commodityCode: '8419812000', destinations: [] }] },
      MISS,
    ],
    [
      'for other goods',
      'item.licencesForOtherGoods',
      { lines: [{ line: 1, commodityCode: '8418', destinations: [] }] },
      HIT,
    ],
    [
      'of which one line is by control entry',
      'item.licencesForOtherGoods',
      {
        lines: [
          { line: 1, commodityCode: '8418', destinations: [] },
          { line: 2, controlEntry: '2B350', destinations: [] },
        ],
      },
      MISS,
    ],
    [
      'for any destination',
      'item.licencesForOtherDestination',
      { lines: [{ line: 1, commodityCode: '84', destinations: [] }] },
      MISS,
    ],
    [
      'for another destination',
      'item.licencesForOtherDestination',
      { lines: [{ line: 1, commodityCode: '84', destinations: ['KR'] }] },
      HIT,
    ],
    [
      'for the destination, but with other goods',
      'item.licencesForOtherDestination',
      {
        lines: [
          { line: 1, commodityCode: '84', destinations: ['KR'] },
          { line: 2, commodityCode: '9303', destinations: ['JP'] },
        ],
      },
      HIT,
    ],
    ['of the exporter under its number elsewhere', 'item.licencesOfOtherHolder', { holderId: 'XI123456789000' }, MISS],
    [
      'of a holder who is named as exporter',
      'item.licencesOfOtherHolder',
      { holderId: 'GB999', holderName: 'ORWELL MACHINES LTD' },
      MISS,
    ],
    ['of somebody else', 'item.licencesOfOtherHolder', { holderId: 'GB999', holderName: 'Somebody Else Ltd' }, HIT],
  ])('one %s: %s is %j → %j', (_, feature, difference, expected) => {
    expect(told(feature, difference)).toEqual(expected);
  });
});

describe('what is left of a licence that goods are written off', () => {
  const KGM: LicenceLine = { line: 1, commodityCode: '8419', destinations: [], quantity: decimal('100'), unit: 'KGM' };
  const UNKNOWN = { missing: expect.stringContaining('what is left of X002 GB1 is not known') as string };
  const overdrawn = (
    enough: WriteOffAnswer['enough'],
    lines: readonly LicenceLine[],
    unitCode: string,
    value = '5',
  ): unknown => {
    const writeOff = { quantity: { value: decimal(value), unitCode } };
    return told('item.licencesOverdrawn', { lines }, { enough }, { writeOff });
  };

  test.each<[string, WriteOffAnswer['enough'], readonly LicenceLine[], string, unknown]>([
    ['enough is left', 'yes', [KGM], 'KGM', []],
    ['less is left', 'no', [KGM], 'KGM', ['X002']],
    ['no line counts in the unit declared', 'undetermined', [KGM], 'LTR', UNKNOWN],
    ['a line by control entry alone may be meant', 'undetermined', [KGM_BY_ENTRY], 'KGM', UNKNOWN],
    ['the register has changed meanwhile', 'undetermined', [KGM], 'KGM', UNKNOWN],
    ['the licence counts no quantity', 'undetermined', [{ line: 1, commodityCode: '84', destinations: [] }], 'LTR', []],
    [
      'the licence is for other goods, which is told already',
      'undetermined',
      [{ ...KGM, commodityCode: '93' }],
      'LTR',
      [],
    ],
    ['it is for another country, which is told already', 'undetermined', [{ ...KGM, destinations: ['KR'] }], 'LTR', []],
  ])('given that %s (%s), then it is told as that', (_, enough, lines, unit, expected) => {
    expect(overdrawn(enough, lines, unit)).toEqual(expected);
  });

  test('given a write-off below zero, then nothing is asked of the licence: the figure is told of its own', () => {
    expect(overdrawn('undetermined', [KGM], 'KGM', '-5')).toEqual([]);
  });
});
