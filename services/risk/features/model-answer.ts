import type { ModelAnswer } from '../facts/facts.ts';
import type { ItemContext } from './context.ts';
import { missing, type Missing } from './feature.ts';

/** How features read the answer of one model. */
export interface AnswerReader {
  /** The answer, or why there is none. */
  readonly answerOf: (context: ItemContext) => ModelAnswer | Missing;
  /** The model and its version, as a source. */
  readonly from: (context: ItemContext) => readonly string[];
}

/** @param model the name that the model gives itself */
export function answersOf(model: string): AnswerReader {
  return {
    answerOf: ({ item }) => {
      const answer = item.models.find((one) => one.model === model);
      if (answer === undefined) return missing(`the model ${model} was not asked`);
      return answer.status === 'unknown' ? missing(answer.why ?? `the model ${model} could not say`) : answer;
    },
    from: ({ item }) => item.models.filter((one) => one.model === model).map(({ version }) => `models/${model}@${version}`),
  };
}
