import { expect, test } from 'vitest';
import type { Facts } from '../../../services/risk/facts/facts.ts';
import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import type { ModelInput, RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import { type Difference, factsWhere } from '../../unit/risk/ordinary-facts.ts';
import { deepFrozen } from '../../unit/scoring/steps/deep-frozen.ts';

export function inputOf(difference: Difference): ModelInput {
  const facts: Facts = factsWhere(difference);
  return { facts, item: facts.items[0]!, goodsItem: facts.event.goodsItems[0]! };
}

/** What every model must do. It is asked about ordinary goods, about the same under another code, and about goods of which nothing is stated. */
export function riskModelContract(open: () => Promise<RiskModel>): void {
  const ordinary = inputOf({});
  const misdescribed = inputOf({ commodity: { classifications: [{ id: '95030021', identificationTypeCode: 'TSP' }] } });
  const unstated = inputOf({
    goods: { commodity: { classifications: [], dutyTaxFees: [], dangerousGoods: [], transportEquipments: [] } },
  });
  const judgement = ({ status, score, pValue }: ModelAnswer): readonly unknown[] => [
    status,
    score === undefined ? undefined : Math.round(score * 1e4),
    pValue === undefined ? undefined : Math.round(pValue * 1e4),
  ];

  test('given several items, then each has one answer, in their order, which is the one that it has alone', async () => {
    const model = await open();
    const batch = [misdescribed, ordinary, unstated, misdescribed];
    const together = (await model.answer(batch)).map(judgement);
    const alone: (readonly unknown[])[] = [];
    for (const input of batch) alone.push(...(await model.answer([input])).map(judgement));
    expect(together).toEqual(alone);
  });

  test('given any item, then its answer names the model, its version and what it runs on, and holds numbers that are some', async () => {
    const model = await open();
    for (const answer of await model.answer([ordinary, misdescribed])) {
      expect(answer).toMatchObject({ model: model.name, version: model.version, backend: model.backend });
      expect([answer.score ?? 0, answer.pValue ?? 0].every(Number.isFinite)).toBe(true);
      expect(answer.pValue ?? 1).toBeGreaterThanOrEqual(0);
      expect(answer.pValue ?? 1).toBeLessThanOrEqual(1);
    }
  });

  test('given an item that lacks what it needs, then the answer is unknown, with why, and without a score', async () => {
    const [answer] = await (await open()).answer([unstated]);
    expect(answer).toMatchObject({ status: 'unknown', why: expect.stringMatching(/\w/) as string });
    expect([answer?.score, answer?.pValue]).toEqual([undefined, undefined]);
  });

  test('given no items, then there is no answer', async () => {
    expect(await (await open()).answer([])).toEqual([]);
  });

  test('given items that nobody may change, then they are answered all the same', async () => {
    const [answer] = await (await open()).answer(deepFrozen([inputOf({})]));
    expect(answer?.model).toBe((await open()).name);
  });
}
