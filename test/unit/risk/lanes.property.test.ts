import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import type { Finding } from '../../../services/risk/findings/finding.ts';
import { scoreFindings } from '../../../services/risk/findings/score.ts';
import { decideLane, laneOfScore } from '../../../services/risk/lanes/decide-lane.ts';
import { LANES } from '../../../services/risk/lanes/lane.ts';

const {
  lanes: { thresholds },
  families,
} = loadPolicy('config/policy').document;
const rank = (lane: (typeof LANES)[number]): number => -LANES.indexOf(lane);

const finding: fc.Arbitrary<Finding> = fc
  .record({
    id: fc.stringMatching(/^[a-z]{1,6}$/),
    version: fc.constant('1.0.0'),
    family: fc.constantFrom(...Object.keys(families)),
    scope: fc.constant('item' as const),
    result: fc.constantFrom('hit' as const, 'unknown' as const, 'error' as const),
    weight: fc.constantFrom('required' as const, 'advisory' as const),
    tier: fc.constant('inspector' as const),
    points: fc.integer({ min: 0, max: 200 }),
    counted: fc.constant(0),
    values: fc.constant({}),
    basis: fc.constant(''),
    reason: fc.constant({}),
    sources: fc.constant([]),
  })
  .map((one) => ({ ...one, counted: one.points }));
const findings = fc.uniqueArray(finding, { maxLength: 12, selector: ({ id }) => id });

describe('lanes', () => {
  it('never become milder with more points', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), findings, fc.boolean(), (score, more, all, undecidable) => {
        const lane = (points: number) =>
          rank(decideLane({ score: points, findings: all, undecidable }, thresholds).lane);
        expect(lane(score + more)).toBeGreaterThanOrEqual(lane(score));
      }),
    );
  });

  it('never become milder with one finding more, whatever it says', () => {
    fc.assert(
      fc.property(findings, finding, (all, more) => {
        const lane = (some: readonly Finding[]) =>
          rank(
            decideLane({ score: scoreFindings(some, families).score, findings: some, undecidable: false }, thresholds)
              .lane,
          );
        expect(lane([...all.filter(({ id }) => id !== more.id), more])).toBeGreaterThanOrEqual(
          lane(all.filter(({ id }) => id !== more.id)),
        );
      }),
    );
  });

  it('are at least query where a required check could not be made', () => {
    fc.assert(
      fc.property(findings, fc.nat(500), (all, score) => {
        const open = all.some(({ weight, result }) => weight === 'required' && result !== 'hit');
        const { lane } = decideLane({ score, findings: all, undecidable: false }, thresholds);
        if (open) expect(['red', 'query']).toContain(lane);
        else expect(lane).toBe(laneOfScore(score, thresholds));
      }),
    );
  });
});

describe('the score', () => {
  it('does not depend on the order in which findings come', () => {
    fc.assert(
      fc.property(
        findings.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(scoreFindings(shuffled, families)).toEqual(scoreFindings(all, families));
        },
      ),
    );
  });

  it('is whole, is the sum of what counts, and counts the strongest of each family in full', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const { findings: scored, score } = scoreFindings(all, families);
        expect(scored.every(({ counted }) => Number.isInteger(counted))).toBe(true);
        expect(score).toBe(scored.reduce((sum, { counted }) => sum + counted, 0));
        for (const family of new Set(all.map((one) => one.family))) {
          const points = all.filter((one) => one.family === family).map((one) => one.points);
          expect(scored.find((one) => one.family === family)?.counted).toBe(Math.max(...points));
          const share = families[family]!.share;
          expect(
            scored
              .filter((one) => one.family === family)
              .slice(1)
              .every(({ counted, points: own }) => counted === Math.round(own * share)),
          ).toBe(true);
        }
      }),
    );
  });
});
