import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownRows } from '../../../../models/anomaly/learn/data/own-columns.ts';
import { isPublicPreference, publicRows } from '../../../../models/anomaly/learn/data/public-columns.ts';
import { onePerGroup, partOf, PARTS } from '../../../../models/anomaly/learn/data/split.ts';
import { columnScores, growForest } from '../../../../models/anomaly/learn/evaluation/isolation-forest.ts';
import { learnDensity } from '../../../../models/anomaly/learn/similar/learn-density.ts';
import { ERROR_TYPES, injectErrors } from '../../../../models/anomaly/learn/training/inject-errors.ts';
import { tailTable } from '../../../../models/anomaly/learn/training/tails.ts';
import { NUMBERS } from '../../../../models/anomaly/serve/goods/goods-row.ts';
import { tailPValue } from '../../../../models/anomaly/serve/scoring/tail.ts';
import { densitySurprisal, robustZ, similarGoods } from '../../../../models/anomaly/serve/similar/number-density.ts';
import { logOddsOf } from '../../../../models/statistics/boosted-trees.ts';
import { boost } from '../../../../models/statistics/learn/boost.ts';
import { fitRidgeLogistic, ridgeLogOdds } from '../../../../models/statistics/learn/ridge-logistic.ts';
import { rocAuc } from '../../../../models/statistics/ranking.ts';
import { rngFor, shuffled } from '../../../../models/statistics/rng.ts';
import { isPreference, madeUpGoods } from './made-up-goods.ts';

const HONEST = {
  'Import Type': '11',
  'Mode of Transport': '40',
  'Importer ID': 'A',
  'HS6 Code': '440890',
  'Country of Departure': 'BE',
  'Country of Origin': 'BE',
  'Tax Rate': '8.0',
  'Tax Type': 'FEU1',
  'Net Mass': '108.0',
  'Item Price': '372254.4',
  Fraud: '0',
};

describe('a line of the public set', () => {
  it('becomes a row whose group is its exact mass, price and rate', () => {
    const [row, twin, other] = publicRows(
      [HONEST, { ...HONEST, 'Importer ID': 'B' }, { ...HONEST, 'Net Mass': '108.1' }],
      'f.csv',
    );
    expect(row).toMatchObject({
      scope: 'KR import',
      hs6: '440890',
      outcome: 0,
      categories: { origin: 'BE', mode: '4', regime: 'FEU1', destination: undefined },
    });
    expect(row!.numbers.unitValue).toBeCloseTo(Math.log(372254.4 / 108), 10);
    expect(twin!.group).toBe(row!.group);
    expect(other!.group).not.toBe(row!.group);
  });

  it('with a mass or price of zero has numbers that are not known', () => {
    const [row] = publicRows([{ ...HONEST, 'Net Mass': '0.0' }], 'f.csv');
    expect([row!.numbers.unitValue, row!.numbers.netMass]).toEqual([NaN, NaN]);
  });

  it('has the same group however a tool writes its numbers: a file that was saved again has no unseen rows', () => {
    const [row, ...again] = publicRows(
      [
        HONEST,
        { ...HONEST, 'Tax Rate': '8', 'Net Mass': '108', 'Item Price': '372254.40' },
        { ...HONEST, 'Net Mass': '1.08e2', 'Tax Rate': ' 8.00' },
      ],
      'f.csv',
    );
    expect(again.map(({ group }) => group)).toEqual([row!.group, row!.group]);
    const own = {
      scope: 'GB import',
      commodity_code: '84198120',
      outcome: '0',
      value: '400',
      net_mass: '10.5',
      duty_rate: '0',
    };
    const [first, second] = ownRows([own, { ...own, value: '400.00', net_mass: '10.50', duty_rate: '0.0' }], 'own.csv');
    expect(second!.group).toBe(first!.group);
  });

  it('with a code or outcome taken for a number is read as it was; without one it is left out', () => {
    const rows = publicRows(
      [
        { ...HONEST, 'HS6 Code': '30617', Fraud: '1.0', 'Import Type': '11.0' },
        { ...HONEST, 'HS6 Code': '440890.0' },
        { ...HONEST, 'HS6 Code': '' },
        { ...HONEST, Fraud: '' },
      ],
      'f.csv',
    );
    expect(rows.map(({ hs6, outcome, categories }) => [hs6, outcome, categories.procedure])).toEqual([
      ['030617', 1, '11'],
      ['440890', 0, '11'],
    ]);
  });

  it('that does not state a number, a party or a country leaves it unknown, never zero', () => {
    const [row, bare] = publicRows(
      [
        { ...HONEST, 'Tax Rate': '', 'Importer ID': '', 'Country of Origin': '' },
        { 'HS6 Code': '440890', Fraud: '0', 'Net Mass': '1', 'Item Price': '2', 'Tax Rate': '0.0' },
      ],
      'f.csv',
    );
    expect([row!.numbers.dutyRate, row!.categories.traderSize, row!.categories.origin]).toEqual([
      NaN,
      undefined,
      undefined,
    ]);
    expect(bare).toMatchObject({
      numbers: { dutyRate: 0 },
      categories: {
        origin: undefined,
        dispatch: undefined,
        procedure: undefined,
        regime: undefined,
        mode: undefined,
        traderSize: undefined,
      },
    });
    expect(() => publicRows([{ ...HONEST, 'Net Mass': '12 kg' }], 'f.csv')).toThrow(
      'f.csv, line 2, Net Mass: is no number.',
    );
  });

  it('that is broken is refused by its line', () => {
    expect(() => publicRows([HONEST, { ...HONEST, 'HS6 Code': '44' }], 'f.csv')).toThrow(/f\.csv, line 3/);
    expect(() => publicRows([{ ...HONEST, Fraud: '2' }], 'f.csv')).toThrow(/Fraud/);
  });

  it('tells preferences by their tax type', () => {
    expect(['FEU1', 'FCN1', 'A', 'C', 'E1', 'F'].map(isPublicPreference)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a line of an own table', () => {
  it('may leave out what it does not know', () => {
    const [row] = ownRows(
      [{ scope: 'GB import', commodity_code: '8419812000', outcome: '1', value: '400', net_mass: '10', quantity: '2' }],
      'own.csv',
    );
    expect(row).toMatchObject({ hs6: '841981', outcome: 1, categories: { origin: undefined, traderSize: undefined } });
    expect(
      [row!.numbers.unitValue, row!.numbers.massPerUnit, row!.numbers.valuePerUnit].map((log) =>
        Math.round(Math.exp(log)),
      ),
    ).toEqual([40, 5, 200]);
    expect(row!.numbers.massPerPackage).toBeNaN();
  });
});

describe('splits', () => {
  it('keep every group of repeats on one side, in about the stated shares', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 1000 }), (group, seed) => {
        expect(PARTS).toContain(partOf(group, seed));
      }),
    );
    const parts = Array.from({ length: 20_000 }, (_, group) => partOf(group, 3));
    expect(parts.filter((part) => part === 'fit').length / parts.length).toBeCloseTo(0.8, 1);
  });

  it('count a repeated row once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (groups) => {
        expect(onePerGroup(groups.map((group) => ({ group }))).map(({ group }) => group)).toEqual([...new Set(groups)]);
      }),
    );
  });

  it('shuffle to an order of all, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer(), (size, seed) => {
        const order = shuffled(size, rngFor(seed, 'x'));
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, at) => at));
        expect(shuffled(size, rngFor(seed, 'x'))).toEqual(order);
      }),
    );
  });
});

describe('similar goods', () => {
  const values = Float64Array.from({ length: 60 }, (_, at) => Math.log(40) + 0.001 * (at % 5));
  const density = learnDensity(
    values,
    Array.from({ length: 60 }, (_, at) => (at < 50 ? '841981' : '841370')),
  );

  it('make a number odder the further it lies from them', () => {
    const far = [1, 1.5, 3, 30].map((factor) => densitySurprisal(density, '841981', Math.log(40 * factor)));
    expect([...far].sort((a, b) => a - b)).toEqual(far);
  });

  it('say less where few of them are known', () => {
    expect(densitySurprisal(density, '841370', Math.log(120))).toBeLessThan(
      densitySurprisal(density, '841981', Math.log(120)),
    );
  });

  it('are looked for in wider codes where there are too few', () => {
    expect(similarGoods(density, '841370', 20)?.code).toBe('84');
    expect(similarGoods(density, undefined, 20)?.code).toBe('');
    expect(robustZ(similarGoods(density, '841981', 20), Math.log(40) + 0.302)).toBeCloseTo(2, 1);
    expect(robustZ(undefined, 1)).toBeNaN();
  });
});

describe('p-values of a field', () => {
  it('fall with the score, also beyond all calibration goods', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 5, maxLength: 200 }), (scores) => {
        const table = tailTable(scores);
        const asked = [...scores, 11, 15, 30].sort((a, b) => a - b).map((score) => tailPValue(table, score));
        for (const [at, p] of asked.entries()) {
          expect(p).toBeGreaterThan(0);
          expect(p).toBeLessThanOrEqual(asked[at - 1] ?? 1);
        }
      }),
    );
  });
});

describe('boosted trees', () => {
  it('learn what neither feature says alone, and take unknown for a value of its own', () => {
    const rng = rngFor(1, 'trees');
    const [a, b] = [0, 1].map(() => Float32Array.from({ length: 2000 }, () => rng() - 0.5)) as [
      Float32Array,
      Float32Array,
    ];
    const c = Float32Array.from(a, (_, row) => (row % 3 === 0 ? NaN : 1));
    const positive = Array.from(a, (value, row) => (value * b[row]! > 0 && row % 3 !== 0 ? 1 : 0));
    const trees = boost([a, b, c], positive, new Float32Array(2000).fill(1), {
      trees: 60,
      depth: 3,
      learningRate: 0.2,
      leastInLeaf: 5,
      ridge: 1,
    });
    expect(rocAuc(logOddsOf(trees, [a, b, c]), positive).value).toBeGreaterThan(0.9);
  });

  it('find nothing in noise that is not there: one leaf says the share', () => {
    const trees = boost(
      [new Float32Array(100)],
      Array.from({ length: 100 }, (_, row) => (row < 20 ? 1 : 0)),
      new Float32Array(100).fill(1),
      { trees: 5, depth: 2, learningRate: 0.3, leastInLeaf: 5, ridge: 1 },
    );
    expect(1 / (1 + Math.exp(-logOddsOf(trees, [Float32Array.of(3)])[0]!))).toBeCloseTo(0.2, 5);
  });
});

describe('logistic regression', () => {
  it('finds the slope of what was drawn with one, unknown values filled in', () => {
    const rng = rngFor(2, 'logistic');
    const x = Float32Array.from({ length: 4000 }, () => 4 * rng() - 2);
    const noise = Float32Array.from(x, (_, row) => (row % 10 === 0 ? NaN : rng()));
    const positive = Array.from(x, (value) => (rng() < 1 / (1 + Math.exp(-1.5 * value)) ? 1 : 0));
    const odds = ridgeLogOdds(fitRidgeLogistic([x, noise], positive), [
      Float32Array.of(-1, 1),
      Float32Array.of(0.5, 0.5),
    ]);
    expect(odds[1]! - odds[0]!).toBeCloseTo(3, 0);
  });
});

describe('the isolation forest', () => {
  it('scores what stands apart higher', () => {
    const rng = rngFor(1, 'forest');
    const column = Float64Array.from({ length: 500 }, (_, at) => (at === 0 ? 50 : rng()));
    const scores = columnScores(growForest([column], 1), [column]);
    expect(Math.max(...scores)).toBe(scores[0]);
  });
});

describe('planted errors', () => {
  const rows = madeUpGoods(300);
  const options = { seed: 1, donors: rows, isPreference };

  it.each(ERROR_TYPES)('%s changes its fields and nothing else, the same for the same seed', (kind) => {
    const injected = injectErrors(kind, rows, options);
    expect(injected).toEqual(injectErrors(kind, rows, options));
    expect(injected.length).toBeGreaterThan(0);
    for (const { legitimate: legitimate, injected: after } of injected) {
      expect(after.categories.dispatch).toBe(legitimate.categories.dispatch);
      expect(after.group).toBe(legitimate.group);
      for (const name of NUMBERS)
        expect(Number.isNaN(after.numbers[name])).toBe(Number.isNaN(legitimate.numbers[name]));
    }
  });

  it('(a) stays in the chapter and lowers the duty; (f) names a preference', () => {
    for (const { legitimate: legitimate, injected: injected } of injectErrors('lowerDutyCode', rows, options)) {
      expect(injected.hs6?.slice(0, 2)).toBe(legitimate.hs6?.slice(0, 2));
      expect(injected.numbers.dutyRate).toBeLessThan(legitimate.numbers.dutyRate);
    }
    for (const { injected: injected } of injectErrors('preferentialOrigin', rows, options))
      expect(isPreference(injected.categories.regime!)).toBe(true);
  });
});
