import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DENSE_BATCH, scaled, USUAL_SCHEDULE } from '../../../../models/classification/learn/training/schedule.ts';
import { textsOf } from '../../../../models/classification/learn/training/train-classification.ts';

describe('a schedule for fewer or more texts', () => {
  test('given any number of texts, then about so many are drawn in all, no phase goes without a batch, and nothing else changes', () => {
    const usual = textsOf(USUAL_SCHEDULE);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 * usual }), (texts) => {
        const { sparse, dense, subheadings, ...others } = scaled(USUAL_SCHEDULE, texts / usual);
        const phases = [sparse.base, sparse.tuning, sparse.kept, dense.base, dense.tuning, subheadings];
        expect(Math.min(...phases)).toBeGreaterThanOrEqual(DENSE_BATCH);
        const drawn = textsOf({ sparse, dense, subheadings, ...others });
        if (Math.min(...phases) > DENSE_BATCH) expect(Math.abs(drawn - texts)).toBeLessThan(50);
        else expect(drawn).toBeGreaterThan(texts - 50);
        const { seed, folds, judged, keep } = USUAL_SCHEDULE;
        expect(others).toEqual({ seed, folds, judged, keep });
      }),
    );
    expect(scaled(USUAL_SCHEDULE, 1)).toEqual(USUAL_SCHEDULE);
  });
});
