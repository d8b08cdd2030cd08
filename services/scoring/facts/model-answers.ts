import type { Facts } from '../../risk/facts/facts.ts';
import { oneEach } from '../flow/step.ts';
import type { RiskModel } from '../ports/risk-model.ts';

/** The facts with every model's answers: each model is asked once for all items of the batch. */
export async function withModelAnswers(
  batch: readonly Facts[],
  models: readonly RiskModel[],
): Promise<readonly Facts[]> {
  const inputs = batch.flatMap((facts) =>
    facts.items.map((item, index) => ({ facts, item, goodsItem: facts.event.goodsItems[index]! })),
  );
  if (inputs.length === 0 || models.length === 0) return batch;
  const answers = await Promise.all(
    models.map(async (model) => oneEach(await model.answer(inputs), inputs.length, model.name)),
  );
  let next = 0;
  return batch.map((facts) => ({
    ...facts,
    items: facts.items.map((item) => {
      const position = next++;
      return { ...item, models: answers.map((ofModel) => ofModel[position]!) };
    }),
  }));
}
