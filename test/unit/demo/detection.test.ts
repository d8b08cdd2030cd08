import { expect, test } from 'vitest';
import { compareWithTruth } from '../../../infra/demo/report/detection.ts';
import { answer, FAINT_MASS, ORDINARY, OUTCOME, UNPACKED } from './fixtures.ts';

test('given a fraud in lane red, then it counts as referred under its name and difficulty', () => {
  const mass = compareWithTruth(OUTCOME.labels, OUTCOME.answers).patterns.find(
    ({ pattern }) => pattern === 'impossibleMass',
  );
  expect(mass?.byDifficulty).toEqual({
    faint: { referred: 1, afterwards: 0, of: 1 },
    plain: { referred: 0, afterwards: 0, of: 0 },
    blatant: { referred: 0, afterwards: 0, of: 0 },
  });
});

test.each([
  ['red', 1, 0],
  ['query', 1, 0],
  ['yellow', 1, 0],
  ['blue', 0, 1],
  ['green', 0, 0],
] as const)(
  'given an ordinary declaration in lane %s, then %d is referred and %d checked afterwards',
  (lane, referred, afterwards) => {
    expect(compareWithTruth(new Map([['A', ORDINARY]]), [answer('A', lane)]).ordinary).toEqual({
      referred,
      afterwards,
      of: 1,
    });
  },
);

test('given a declaration referred once and green after its amendment, then it was referred', () => {
  expect(
    compareWithTruth(new Map([['A', UNPACKED]]), [answer('A', 'yellow'), answer('A', 'green')]).allHardNegatives,
  ).toEqual({ referred: 1, afterwards: 0, of: 1 });
});

test('given a injected fraud without any answer, then it is counted as not referred', () => {
  expect(compareWithTruth(new Map([['A', FAINT_MASS]]), []).allPatterns).toEqual({ referred: 0, afterwards: 0, of: 1 });
});

test('given a hand-written declaration, then it is no part of the comparison', () => {
  const {
    ordinary,
    allPatterns: allSchemes,
    allHardNegatives: allHardNegatives,
  } = compareWithTruth(OUTCOME.labels, OUTCOME.answers);
  expect(ordinary.of + allSchemes.of + allHardNegatives.of).toBe(OUTCOME.labels.size);
});
