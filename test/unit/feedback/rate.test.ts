import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingLines, laneLines } from '../../../services/cli/commands/outcomes/report-lines.ts';
import { coverageText } from '../../../services/cli/commands/outcomes/report-outcomes.ts';
import { rateOf } from '../../../services/feedback/rate.ts';

describe('a rate', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I: Wilson's method without continuity correction.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d has the published interval', (hits, of, low, high) => {
    const rate = rateOf(hits, of);
    expect([rate.low, rate.high].map((bound) => Math.round(bound * 10_000) / 10_000)).toEqual([low, high]);
  });

  test('given any counts, then the share lies in its interval, and more of the same cases make it narrower', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }), (of, some) => {
        const hits = Math.min(of, some);
        const [few, many] = [rateOf(hits, of), rateOf(hits * 4, of * 4)];
        expect(few.low).toBeLessThanOrEqual(few.share! + 1e-12);
        expect(few.high).toBeGreaterThanOrEqual(few.share! - 1e-12);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  test('given nothing counted, then there is no share, and anything may be', () => {
    expect(rateOf(0, 0)).toEqual({ hits: 0, of: 0, low: 0, high: 1, tooFew: true });
  });
});

describe('a report', () => {
  test('given few and many cases, then each row says counts, shares and intervals, and the few are called so', () => {
    const lines = findingLines(
      [
        { rule: 'a', confirmed: 60, otherwise: 20, falseAlarm: 20 },
        { rule: 'b', confirmed: 1, otherwise: 0, falseAlarm: 1 },
      ],
      ({ rule }) => ({ rule }),
    );
    expect(lines.map(({ cells }) => cells)).toEqual([
      ['a', '100', '60', '20', '20', '60 % (50–69)', '20 % (13–29)'],
      ['b', '2', '1', '0', '1', '50 % (9–91), too few', '50 % (9–91), too few'],
    ]);
    expect(coverageText({ outcomes: 80, unmatched: 3 }, lines)).toBe(
      '80 outcomes, 3 of them without an assessment on record. 1 of 2 rows rest on too few cases for a conclusion (their interval is wider than 30 points).',
    );
  });

  test('given nothing inspected, then it says so instead of showing nothing', () => {
    expect(coverageText({ outcomes: 0, unmatched: 0 }, laneLines([]))).toBe(
      '0 outcomes. Nothing to count yet: no inspected goods of which anything had been said.',
    );
  });
});
