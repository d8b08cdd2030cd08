import type { Facts, ModelAnswer } from '../../risk/facts/facts.ts';
import type { RiskModel } from '../ports/risk-model.ts';

/** The facts with every model's answers: each model is asked once for all items of the batch. */
export async function withModelAnswers(batch: readonly Facts[], models: readonly RiskModel[]): Promise<readonly Facts[]> {
  const inputs = batch.flatMap((facts) => facts.items.map((item, index) => ({ facts, item, goodsItem: facts.event.goodsItems[index]! })));
  if (inputs.length === 0 || models.length === 0) return batch;
  const answers = await Promise.all(models.map((model) => model.answer(inputs)));
  let next = 0;
  return batch.map((facts) => ({
    ...facts,
    items: facts.items.map((item) => {
      const position = next++;
      return { ...item, models: answers.map((ofModel) => finite(ofModel[position]!)) };
    }),
  }));
}

/** A number that is none would go on record as nothing at all: our own mistake, which ends the event as a dead letter. */
function finite(answer: ModelAnswer): ModelAnswer {
  for (const number of [answer.score, answer.pValue]) {
    if (number !== undefined && !Number.isFinite(number)) throw new RangeError(`${answer.model} ${answer.version} answered with a number that is not finite`);
  }
  return answer;
}
