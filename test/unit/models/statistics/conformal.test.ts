import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformalPValue, conformalTable, scoreAt, tablePValue } from '../../../../models/statistics/conformal.ts';
import { ALL, calibrateSegments, segmentPValue } from '../../../../models/statistics/segments.ts';

const scores = fc.array(fc.oneof(fc.float({ min: -100, max: 100, noNaN: true }), fc.integer({ min: 0, max: 5 })), {
  minLength: 1,
  maxLength: 300,
});
const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

describe('split-conformal p-values', () => {
  it('counts the new score among the calibration scores, and ties against oddness', () => {
    const sorted = Float64Array.of(1, 2, 2, 3);
    expect([0, 2, 2.5, 3, 9].map((score) => conformalPValue(sorted, score))).toEqual([1, 4 / 5, 2 / 5, 2 / 5, 1 / 5]);
  });

  it('never exceeds the stated rate on the calibration goods themselves, each left out once', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (all, rate) => {
        const alarms = all.filter(
          (score, left) => conformalPValue(ascending(all.filter((_, index) => index !== left)), score) <= rate,
        ).length;
        expect(alarms / all.length).toBeLessThanOrEqual(rate + 1e-12);
      }),
    );
  });

  it('as a table is never below the exact value and never above it by more than its fineness', () => {
    fc.assert(
      fc.property(scores, scores, (calibration, asked) => {
        const [sorted, table] = [ascending(calibration), conformalTable(calibration)];
        for (const score of [...asked, ...calibration]) {
          const [exact, answered] = [conformalPValue(sorted, score), tablePValue(table, score)];
          expect(answered).toBeGreaterThanOrEqual(exact);
          expect(answered).toBeLessThanOrEqual(exact * 1.02 * (1 + 1e-6));
        }
      }),
    );
  });

  it('rounds scores that 32 bits do not hold so that nothing gets odder', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1 }), (calibration) => {
        const [sorted, table] = [ascending(calibration), conformalTable(calibration)];
        for (const score of calibration)
          expect(tablePValue(table, score)).toBeGreaterThanOrEqual(conformalPValue(sorted, score));
      }),
    );
  });

  it('finds the score for a p-value: just above it the p-value is at most that', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0.01, max: 1, noNaN: true }), (calibration, p) => {
        const table = conformalTable(calibration);
        const lowest = table.pValues.at(-1) ?? 1;
        const above = tablePValue(table, scoreAt(table, p) + 1e-3 * Math.max(1, Math.abs(scoreAt(table, p))));
        expect(above).toBeLessThanOrEqual(Math.max(p, lowest));
      }),
    );
  });

  it('needs far fewer steps than there were calibration scores', () => {
    expect(conformalTable(Float64Array.from({ length: 20_000 }, (_, index) => index)).edges.length).toBeLessThan(500);
  });
});

describe('calibration per segment', () => {
  const goods = [
    ...Array.from({ length: 30 }, (_, index) => ({ score: index, of: ['8413 pumps', '84'] })),
    ...Array.from({ length: 5 }, (_, index) => ({ score: 100 + index, of: ['8481 taps', '84'] })),
  ];
  const tables = calibrateSegments(
    goods.map(({ score }) => score),
    (index) => goods[index]?.of ?? [],
    20,
  );

  it('answers from the narrowest segment that had enough goods', () => {
    expect(segmentPValue(tables, ['8413 pumps', '84'], 29.5)).toEqual({
      pValue: expect.closeTo(1 / 31, 5) as number,
      segment: '8413 pumps',
      count: 30,
    });
  });

  it('backs off where there were fewer, at last to all goods', () => {
    expect(segmentPValue(tables, ['8481 taps', '84'], 29.5)).toMatchObject({ segment: '84', count: 35 });
    expect(segmentPValue(tables, ['0901', '09'], 29.5)).toMatchObject({ segment: ALL, count: 35 });
  });
});
