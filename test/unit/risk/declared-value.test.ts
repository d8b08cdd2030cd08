import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredValueModel } from '../../../models/declared-value/declared-value-model.ts';
import { combinedPValue, tailProbability } from '../../../models/declared-value/probability.ts';
import { unknown } from '../../../services/risk/facts/known.ts';
import { factsWhere, type Difference } from './ordinary-facts.ts';

async function answerFor(difference: Difference) {
  const facts = factsWhere(difference);
  const [answer] = await declaredValueModel.answer([{ facts, item: facts.items[0]!, goodsItem: facts.event.goodsItems[0]! }]);
  return answer!;
}

describe('the model of value, mass and quantity', () => {
  it('finds nothing odd in ordinary goods', async () => {
    const answer = await answerFor({});
    expect(answer).toMatchObject({ model: 'declared-value', status: 'ok', backend: 'statistics' });
    expect(answer.pValue).toBeGreaterThan(0.5);
  });

  it('finds a value of a thousandth, and says what was seen and what is usual', async () => {
    const answer = await answerFor({ goods: { statisticalValueAmount: { value: '40', currencyId: 'GBP' } } });
    expect(answer.pValue).toBeLessThan(0.001);
    expect(answer.evidence[0]).toMatchObject({ field: 'value per kilogram', seen: '0.04' });
    expect(answer.evidence[0]!.usual).toMatch(/^22\.1–72\.4 GBP\/KGM$/);
  });

  it('answers unknown, with why, where a number is missing', async () => {
    const answer = await answerFor({ item: { usual: unknown('no usual ratios are loaded', 'usual') } });
    expect(answer).toMatchObject({ status: 'unknown', why: expect.stringContaining('no usual ratios are loaded') as string });
    expect(answer.pValue).toBeUndefined();
  });
});

describe('its probabilities', () => {
  it.each([[0, 1], [1, 0.3173], [1.96, 0.05], [3, 0.0027], [-3, 0.0027], [5, 5.7e-7]])('of %d standard deviations is %d', (z, p) => {
    expect(Math.abs(tailProbability(z) - p)).toBeLessThan(Math.max(1e-4 * p, 5e-5));
  });

  it('fall with distance and stay between 0 and 1', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0.01, max: 10, noNaN: true }), (z, more) => {
      const [near, far] = [tailProbability(z), tailProbability(z + more)];
      expect(far).toBeLessThanOrEqual(near);
      expect(combinedPValue([near, far])).toBeGreaterThanOrEqual(far);
      expect(combinedPValue([near, far])).toBeLessThanOrEqual(1);
    }));
  });
});
