import { describe, expect, test } from 'vitest';
import type { Licence } from '../../../../services/risk/facts/facts.ts';
import { found } from '../../../../services/risk/facts/known.ts';
import { declarationContext, itemContext } from '../../../../services/risk/features/definition/context.ts';
import { licenceFeatures } from '../../../../services/risk/features/item/licence.ts';
import { factsWhere } from '../ordinary-facts.ts';

/** Cited by a declaration accepted on 2026-11-20 for goods of 8419 81 20 to Japan. */
const cited: Licence = {
  id: 'GB1',
  status: 'issued',
  holderId: 'GB123456789000',
  lines: [{ line: 1, commodityCode: '84198120', destinations: ['JP'] }],
  revision: 1,
};

function told(feature: `item.${string}`, difference: Partial<Licence>): unknown {
  const documents = [
    {
      level: 'item',
      index: 0,
      code: 'X002',
      kind: found({ kind: 'licence' as const, subject: 'dual-use', title: 'licence' }, 'types'),
      licence: found({ ...cited, ...difference }, 'licences@1'),
    },
  ] as const;
  const facts = factsWhere({
    goods: { additionalDocuments: [{ categoryCode: 'X', typeCode: '002', id: 'GB1' }] },
    item: { documents },
  });
  return licenceFeatures
    .find(({ name }) => name === feature)
    ?.of(itemContext(declarationContext(facts, { historyMinimumDays: 90, usualMinimumCount: 20 }), 0));
}

const [HIT, MISS] = [['X002 GB1'], []];

describe('what is wrong with a licence that is cited', () => {
  test.each<[string, `item.${string}`, Partial<Licence>, readonly string[]]>([
    ['that ends on the day', 'item.licencesExpired', { validTo: '2026-11-20' }, MISS],
    ['that ended the day before', 'item.licencesExpired', { validTo: '2026-11-19' }, HIT],
    ['that begins on the day', 'item.licencesNotYetValid', { validFrom: '2026-11-20' }, MISS],
    ['that begins the day after', 'item.licencesNotYetValid', { validFrom: '2026-11-21' }, HIT],
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
