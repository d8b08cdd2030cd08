import { describe, expect, it } from 'vitest';
import type { TrialAnswer } from './answers.ts';
import { declare } from './declare.ts';
import type { DescribedAnswer } from './described.ts';
import { figuresOf } from './figures.ts';
import { readTrials, type Trial } from './filing.ts';
import { isReached, measured } from './goals.ts';

const EXPORT = {
  authority: 'GB',
  trader: { id: 'GB1', name: 'A Ltd', city: 'Hull' },
  consignee: { name: 'B KK', city: 'Tokyo', country: 'JP' },
  by: 'air',
  goods: 'Ball bearings',
  code: '84821010',
  netKg: 90,
  grossKg: 99.5,
  packages: '8 CT',
  value: '1800 GBP',
};
const readOne = (...filings: readonly object[]): readonly Trial[] =>
  readTrials({ groups: [{ common: EXPORT, filings }] });

describe('reading cases', () => {
  it('given a filing with an honest twin, then the twin has what the filing has but for what it states', () => {
    const [wrong, twin] = readOne({
      id: 'W',
      atLeast: 'yellow',
      quantity: '9 NAR',
      honest: { id: 'T', goods: 'Tea', quantity: null },
    });
    expect(wrong).toMatchObject({ atLeast: 'yellow', filing: { goods: 'Ball bearings', quantity: { value: '9' } } });
    expect(twin).toMatchObject({ atMost: 'blue', filing: { id: 'T', goods: 'Tea', grossKg: '99.5' } });
    expect(twin).not.toHaveProperty('filing.quantity');
    expect(twin?.atLeast).toBeUndefined();
  });

  it.each([
    ['an unknown field', { id: 'W', atLeast: 'red', weight: 3 }],
    ['both a consignee and a seller', { id: 'W', atLeast: 'red', seller: EXPORT.consignee }],
    ['no lane expected', { id: 'W' }],
  ])('given %s, then it is refused', (_, filing) => {
    expect(() => readOne(filing)).toThrow();
  });

  it('given an import, then it has an importer, the origin of its seller and no itinerary', () => {
    const { consignee, ...rest } = EXPORT;
    const [read] = readTrials({ groups: [{ filings: [{ ...rest, id: 'I', atMost: 'green', seller: consignee }] }] });
    const declared = declare(read!.filing);
    expect(declared).toMatchObject({
      typeCode: 'IMA',
      goodsShipment: { exportCountryId: 'JP', destinationCountryCode: 'GB', importer: { id: 'GB1' } },
      goodsItems: [{ origins: [{ countryCode: 'JP' }] }],
    });
    expect(declared).not.toHaveProperty('consignment');
  });
});

describe('figures', () => {
  const answer = (trial: Trial | undefined, lane: TrialAnswer['lane']): TrialAnswer => ({
    trial: trial!,
    judged: undefined,
    lane,
    score: 0,
    hits: {},
  });
  const [wrong, twin] = readOne({ id: 'W', atLeast: 'query', honest: { id: 'T' } });
  const [ordinary] = readOne({ id: 'O', atMost: 'green' });
  const described: DescribedAnswer = {
    goods: { id: 'D', text: 'Tea', right: '090240', plausibleWrong: '090111', after: '' },
    status: 'ok',
    headings: ['0901', '0902'],
    right: 0.5,
    wrong: 0.02,
  };
  const figures = figuresOf(
    {
      trials: new Map([
        ['schemes', [answer(wrong, 'yellow'), answer(wrong, 'red'), answer(wrong, undefined), answer(twin, 'blue')]],
        ['ordinary', [answer(ordinary, 'yellow')]],
      ]),
      names: [],
    },
    [described],
  );

  it('given answers, then wrong, honest and ordinary filings are counted apart', () => {
    expect(figures.asExpected).toBe(1);
    expect(figures.bad).toEqual({ n: 3, referred: 2, blue: 0, green: 0, error: 1 });
    expect(figures.honest).toEqual({ n: 1, referred: 0, blue: 1, green: 0, error: 0 });
    expect(figures.ordinary).toMatchObject({ n: 1, referred: 1 });
  });

  it('given a description, then its heading and the codes told are counted', () => {
    expect(figures.descriptions).toMatchObject({ top1: 0, top5: 1, 'recall<=0.01': 0, 'recall<=0.03': 1 });
  });

  it('given a goal, then it is reached at its bound and not beyond it', () => {
    const reached = measured({ ...figures, asExpected: 50 }).map((one) => [one.what, isReached(one)]);
    expect(reached).toContainEqual(['wrong filings at least in the lane expected', true]);
    expect(reached).toContainEqual(['ordinary filings referred', false]);
  });
});
