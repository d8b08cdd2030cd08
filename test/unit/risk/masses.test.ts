import { expect, test } from 'vitest';
import { totalFeatures } from '../../../services/risk/features/declaration/total.ts';
import type { DeclarationContext, ItemContext } from '../../../services/risk/features/definition/context.ts';
import { massFeatures } from '../../../services/risk/features/item/mass.ts';

const ofItem = massFeatures.find(({ name }) => name === 'item.netExceedsGross') ?? expect.fail('no feature');
const ofDeclaration =
  totalFeatures.find(({ name }) => name === 'declaration.grossMassBelowItems') ?? expect.fail('no feature');
const commodity = (net: object, gross: object): object => ({ netNetWeightMeasure: net, grossMassMeasure: gross });
const exceeds = (net: object, gross: object): unknown =>
  ofItem.of({ goods: { commodity: commodity(net, gross) } } as unknown as ItemContext);

test.each([
  [{ value: '100' }, { value: '110', unitCode: 'KGM' }, false],
  [{ value: '100', unitCode: 'KGM' }, { value: '0.09', unitCode: 'TNE' }, true],
  [{ value: '100', unitCode: 'KGM' }, { value: '0.1', unitCode: 'TNE' }, false],
  [
    { value: '100', unitCode: 'ZZZ' },
    { value: '110', unitCode: 'ZZZ' },
    { missing: 'a mass is stated in "ZZZ", which is no unit of mass' },
  ],
  [
    { value: '100', unitCode: 'KGM' },
    { value: '110', unitCode: 'NAR' },
    { missing: 'a mass is stated in "NAR", which is no unit of mass' },
  ],
])(
  'given %j net in %j gross, then whether net is above gross is %j: in a unit of no mass it is unknown, not an error',
  (net, gross, answer) => {
    expect(exceeds(net, gross)).toEqual(answer);
  },
);

test('given a total gross mass in a unit of no mass, then whether it is below the items is unknown', () => {
  const event = {
    totalGrossMassMeasure: { value: '5', unitCode: 'NAR' },
    goodsItems: [{ commodity: { grossMassMeasure: { value: '5' } } }],
  };
  expect(ofDeclaration.of({ event } as unknown as DeclarationContext)).toEqual({
    missing: 'a mass is stated in "NAR", which is no unit of mass',
  });
});
