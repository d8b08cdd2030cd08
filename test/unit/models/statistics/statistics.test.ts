import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialAtLeast, clopperPearson, mostAlarms } from '../../../../models/statistics/binomial.ts';
import { bootstrap } from '../../../../models/statistics/bootstrap.ts';
import { bonferroni, cauchyCombined, harmonicCombined } from '../../../../models/statistics/combined-p-value.ts';
import { recallAt, thresholdAt } from '../../../../models/statistics/false-alarms.ts';
import { normalDeviate } from '../../../../models/statistics/interval.ts';
import { histogram, populationStability, quantileEdges } from '../../../../models/statistics/population-stability.ts';
import { precisionInTop, rocAuc } from '../../../../models/statistics/ranking.ts';
import { midRanks, quantile } from '../../../../models/statistics/ranks.ts';
import { wilson } from '../../../../models/statistics/wilson.ts';

const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const labelled = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 1)), {
  minLength: 2,
  maxLength: 80,
});

describe('area under the ROC curve', () => {
  it('is the share of pairs in which the positive scores higher, ties counting half', () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        const [up, down] = [1, 0].map((kind) => rows.filter(([, label]) => label === kind).map(([score]) => score)) as [
          number[],
          number[],
        ];
        fc.pre(up.length > 0 && down.length > 0);
        const pairs = up.flatMap((a) => down.map((b) => (a > b ? 1 : a === b ? 0.5 : 0) as number));
        const auc = rocAuc(
          rows.map(([score]) => score),
          rows.map(([, label]) => label),
        );
        expect(auc.value).toBeCloseTo(pairs.reduce((sum, one) => sum + one, 0) / pairs.length, 10);
        expect(auc.low).toBeLessThanOrEqual(auc.value);
        expect(auc.high).toBeGreaterThanOrEqual(auc.value);
      }),
    );
  });

  it("has DeLong's interval: that of a worked case", () => {
    // Two positives of 3 and 1 against 2 and 0: V10 = (1, 0.5), V01 = (0.5, 1); each variance 0.125, over two each.
    const auc = rocAuc([3, 1, 2, 0], [1, 1, 0, 0]);
    expect(auc.value).toBe(0.75);
    expect(auc.value - auc.low).toBeCloseTo(1.959964 * Math.sqrt(0.125 / 2 + 0.125 / 2), 5);
  });

  it('says nothing without both kinds', () => {
    expect(rocAuc([1, 2], [1, 1])).toEqual({ value: Number.NaN, low: 0, high: 1 });
  });

  it('gives equal values the middle of their ranks', () => {
    expect([...midRanks([5, 1, 5, 5])]).toEqual([3, 1, 3, 3]);
  });
});

describe('alarms', () => {
  it('at the threshold for a rate no more honest goods than that are called odd', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (honest, rate) => {
          expect(honest.filter((score) => score > thresholdAt(honest, rate)).length).toBeLessThanOrEqual(
            rate * honest.length + 1e-6,
          );
        },
      ),
    );
  });

  it('finds what scores above nearly all honest goods', () => {
    const { recall, realised } = recallAt(
      Array.from({ length: 100 }, (_, index) => index),
      [98.5, 99.5, 3, 200],
      0.01,
    );
    expect([recall.value, realised.value]).toEqual([0.75, 0.01]);
  });

  it('counts the edge of the top in proportion where scores are equal', () => {
    expect(precisionInTop([9, 5, 5, 5, 5, 1, 1, 1, 1, 1], [1, 1, 0, 0, 1, 0, 0, 0, 0, 0], 0.3).value).toBeCloseTo(
      (1 + 2 * 0.5) / 3,
      10,
    );
  });

  it('allow only as many as chance explains', () => {
    expect(mostAlarms(1000, 0.01)).toBeGreaterThan(14);
    expect(binomialAtLeast(mostAlarms(1000, 0.01) + 1, 1000, 0.01)).toBeLessThanOrEqual(0.01);
    expect(binomialAtLeast(mostAlarms(1000, 0.01), 1000, 0.01)).toBeGreaterThan(0.01);
  });
});

describe('intervals of shares', () => {
  it("are Wilson's (the classic case of 8 in 10)", () => {
    const { low, high } = wilson(8, 10);
    expect([low, high].map((bound) => bound.toFixed(4))).toEqual(['0.4902', '0.9433']);
  });

  it('hold the share, widen with confidence, and lie within the exact ones at no trials', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, part) => {
        const successes = Math.round(part * trials);
        for (const { value, low, high } of [wilson(successes, trials), clopperPearson(successes, trials)]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
        expect(wilson(successes, trials, 0.99).low).toBeLessThanOrEqual(wilson(successes, trials, 0.9).low);
      }),
    );
    expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 });
  });

  it('of Clopper and Pearson agree with the published table (0 of 20, 5 of 20)', () => {
    expect(clopperPearson(0, 20).high).toBeCloseTo(0.1684, 4);
    expect([clopperPearson(5, 20).low, clopperPearson(5, 20).high].map((one) => one.toFixed(4))).toEqual([
      '0.0866',
      '0.4910',
    ]);
  });

  it('of the binomial agree with the sum of its terms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), share, fc.integer({ min: 1, max: 25 }), (trials, p, least) => {
        const choose = (k: number): number =>
          Array.from({ length: k }, (_, i) => (trials - i) / (i + 1)).reduce((product, one) => product * one, 1);
        const terms = Array.from({ length: trials + 1 }, (_, k) => choose(k) * p ** k * (1 - p) ** (trials - k));
        expect(binomialAtLeast(least, trials, p)).toBeCloseTo(
          terms.slice(least).reduce((sum, one) => sum + one, 0),
          9,
        );
      }),
    );
  });
});

describe('the normal distribution', () => {
  it('has the deviates that everyone knows, and further ones for more confidence', () => {
    expect([0, 0.95, 0.99].map((confidence) => normalDeviate(confidence).toFixed(6))).toEqual([
      '0.000000',
      '1.959964',
      '2.575829',
    ]);
    fc.assert(
      fc.property(share, share, (one, other) => {
        expect(normalDeviate(Math.max(one, other))).toBeGreaterThanOrEqual(normalDeviate(Math.min(one, other)));
      }),
    );
  });
});

describe('the bootstrap', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const mean = (rows: Uint32Array): number => rows.reduce((sum, row) => sum + (values[row] ?? 0), 0) / rows.length;

  it('gives the same range for the same seed, around the value', () => {
    const [first, again] = [bootstrap(10, mean, { seed: 7 }), bootstrap(10, mean, { seed: 7 })];
    expect(first).toEqual(again);
    expect(first.value).toBe(5.5);
    expect(first.low).toBeGreaterThan(3);
    expect(first.low).toBeLessThan(4.5);
    expect(first.high).toBeGreaterThan(6.5);
  });

  it('takes quantiles between neighbours', () => {
    expect([0, 0.25, 0.5, 1].map((at) => quantile([0, 10, 20], at))).toEqual([0, 5, 10, 20]);
  });
});

describe('combined p-values', () => {
  const pValues = fc.array(share, { minLength: 1, maxLength: 8 });

  it('stay probabilities and do not depend on the order', () => {
    fc.assert(
      fc.property(pValues, (ps) => {
        for (const combine of [bonferroni, cauchyCombined, harmonicCombined]) {
          const p = combine(ps);
          expect(p).toBeGreaterThan(0);
          expect(p).toBeLessThanOrEqual(1);
          expect(combine([...ps].reverse())).toBeCloseTo(p, 9);
        }
      }),
    );
  });

  it('of one test are that test', () => {
    fc.assert(
      fc.property(share, (p) => {
        expect(cauchyCombined([p])).toBeCloseTo(p, 6);
      }),
    );
    expect([bonferroni([0.03]), harmonicCombined([0.03])]).toEqual([0.03, 0.03]);
  });

  it('of the same test asked often stay about that test with Cauchy, and one very small one is enough', () => {
    expect(cauchyCombined([0.01, 0.01, 0.01, 0.01])).toBeCloseTo(0.01, 9);
    expect(cauchyCombined([1e-6, 0.5, 0.6, 0.9])).toBeLessThan(5e-6);
    expect(cauchyCombined([1e-20, 0.5])).toBeCloseTo(2e-20, 25);
  });

  it('say nothing of nothing', () => {
    expect(cauchyCombined([])).toBe(1);
  });
});

describe('the population stability index', () => {
  it('is zero where nothing moved and above zero where something did', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 }), (counts) => {
        expect(populationStability(counts, counts)).toBeCloseTo(0, 12);
      }),
    );
    expect(populationStability([50, 50], [70, 30])).toBeCloseTo(0.2 * Math.log(1.4) - 0.2 * Math.log(0.6), 10);
  });

  it('fills bins of its own edges evenly, and every value falls in one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 200 }), (values) => {
        const counts = histogram(values, quantileEdges(values, 5));
        expect(counts.reduce((sum, one) => sum + one, 0)).toBe(values.length);
      }),
    );
    expect([
      ...histogram(
        Array.from({ length: 100 }, (_, i) => i),
        quantileEdges(
          Array.from({ length: 100 }, (_, i) => i),
          4,
        ),
      ),
    ]).toEqual([25, 25, 25, 25]);
  });

  it('refuses histograms over different bins', () => {
    expect(() => populationStability([1], [1, 2])).toThrow(RangeError);
  });
});
