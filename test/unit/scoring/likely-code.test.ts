import { describe, expect, test } from 'vitest';
import { createMemoryReference } from '../../../services/adapters/memory/reference-data.ts';
import { found } from '../../../services/risk/facts/known.ts';
import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import { withLikelyCodes } from '../../../services/risk/look-up/likely-code.ts';
import { answerOf, factsWhere } from '../risk/ordinary-facts.ts';

/** Twelve percent on coffee makers, none on anything else. */
const reference = createMemoryReference({
  dutyRanges: { '': { lowest: '0', highest: '0' }, 851671: { lowest: '12', highest: '12' } },
  controls: {},
});
const likelyOf = (difference: Partial<ModelAnswer>) =>
  withLikelyCodes(
    factsWhere({
      item: {
        models: [
          answerOf('classification', { likelyCommodityCodes: [{ code: '851671', probability: 0.8 }], ...difference }),
        ],
      },
    }),
    reference,
  ).items[0]!.likely;

describe('the code that the goods more likely have', () => {
  test('given an item that fits its code badly, then the reference data are asked of the other code', () => {
    expect(likelyOf({ pValue: 0.004 })).toEqual({
      code: '851671',
      duty: found({ lowest: '12', highest: '12' }, 'tariff@memory'),
      declaredDuty: found({ lowest: '0', highest: '0' }, 'tariff@memory'),
      controls: found([], 'controls@memory'),
    });
  });

  test('given an item that fits well enough, or of which the likeliest code is the declared one, then nothing is asked', () => {
    expect(likelyOf({ pValue: 0.3 })).toBeUndefined();
    expect(likelyOf({ pValue: 0.004, likelyCommodityCodes: [{ code: '841981', probability: 0.8 }] })).toBeUndefined();
    expect(likelyOf({ pValue: 0.004, likelyCommodityCodes: [] })).toBeUndefined();
  });
});
