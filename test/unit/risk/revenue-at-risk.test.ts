import { describe, expect, test } from 'vitest';
import { likelyCodeAndDutyAtRisk } from '../../../services/risk/assess/revenue-at-risk.ts';
import { originOf } from '../../../services/risk/declaration/origin.ts';
import type { DutyRate } from '../../../services/risk/facts/facts.ts';
import { found } from '../../../services/risk/facts/known.ts';
import { declarationContext, itemContext } from '../../../services/risk/features/definition/context.ts';
import { country, decimal } from '../../harness/checked.ts';
import { type Difference, factsWhere, ordinaryItemFacts } from './ordinary-facts.ts';

const perKilogram: DutyRate = { kind: 'specific', amount: { value: '0.10', currencyId: 'GBP' }, per: 'KGM' };
const onChinese = { id: '9903.88.03', origins: ['CN'], duty: { kind: 'adValorem', percent: '25' } } as const;

function atStake(duty: DutyRate, difference: Difference): string | undefined {
  const tariffLine = found(
    { country: 'GB', code: '84198120', duty, supplementaryUnits: [], additionalDuties: [onChinese] },
    'tariff/GB@b2',
  );
  const facts = factsWhere({ ...difference, event: { typeCode: 'IMA' }, item: { ...ordinaryItemFacts, tariffLine } });
  return likelyCodeAndDutyAtRisk(
    itemContext(declarationContext(facts, { historyMinimumDays: 90, usualMinimumCount: 20 }), 0),
  ).dutyAtStake?.value;
}

describe('duty at stake on an import', () => {
  test('given a rate by the kilogram, when the mass is stated in tonnes, then the duty is that of its kilograms, and in no unit of mass nothing is made up', () => {
    expect(atStake(perKilogram, { goods: { origins: [] } })).toBe('100');
    expect(atStake(perKilogram, { commodity: { netNetWeightMeasure: { value: decimal('1'), unitCode: 'TNE' } } })).toBe(
      '100',
    );
    expect(
      atStake(perKilogram, { commodity: { netNetWeightMeasure: { value: decimal('1'), unitCode: 'NAR' } } }),
    ).toBeUndefined();
  });

  test('given goods of an origin with duty on top, when a preferential origin is stated before or alone, then it comes on top all the same', () => {
    const [chinese, preferential] = [
      { countryCode: country('CN'), typeCode: '1' },
      { countryCode: country('VN'), typeCode: '2' },
    ];
    const twoPercent: DutyRate = { kind: 'adValorem', percent: '2' };
    expect(atStake(twoPercent, { goods: { origins: [chinese] } })).toBe('10800');
    expect(atStake(twoPercent, { goods: { origins: [preferential, chinese] } })).toBe('10800');
    expect(atStake(twoPercent, { goods: { origins: [preferential] } })).toBe('800');
    expect(atStake(twoPercent, { goods: { origins: [{ ...chinese, typeCode: '2' }] } })).toBe('10800');
  });
});

test('given origins of both kinds, then the non-preferential one is where goods come from; the other where there is no such', () => {
  expect(
    originOf({
      origins: [
        { countryCode: country('VN'), typeCode: '2' },
        { countryCode: country('CN'), typeCode: '1' },
      ],
    }),
  ).toBe('CN');
  expect(originOf({ origins: [{ countryCode: country('VN'), typeCode: '2' }] })).toBe('VN');
  expect(originOf({ origins: [{ countryCode: country('CN') }] })).toBe('CN');
  expect(originOf({ origins: [] })).toBeUndefined();
});
