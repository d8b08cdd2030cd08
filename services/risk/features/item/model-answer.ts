import type { ModelAnswer } from '../../facts/model-answer.ts';
import type { ItemContext } from '../definition/context.ts';
import { type Missing, missing } from '../definition/feature.ts';

/** How features read the answer of one model. */
export interface AnswerReader {
  /** The answer, or why there is none. */
  readonly answerOf: (context: ItemContext) => ModelAnswer | Missing;
  /** Its p-value; 1 where it could not tell: for rules beside one that says so. */
  readonly pValueOrOneOf: (context: ItemContext) => number;
  /** The model and its version, as a source. */
  readonly from: (context: ItemContext) => readonly string[];
}

/** @param model the name that the model gives itself */
export function answersOf(model: string): AnswerReader {
  const answerOf = ({ item }: ItemContext): ModelAnswer | Missing => {
    const answer = item.models.find((one) => one.model === model);
    if (answer === undefined) return missing(`the model ${model} was not asked`);
    return answer.status === 'unknown' ? missing(answer.why ?? `the model ${model} could not say`) : answer;
  };
  return {
    answerOf,
    pValueOrOneOf: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer || answer.status === 'vague' ? 1 : (answer.pValue ?? 1);
    },
    from: ({ item }) =>
      item.models.filter((one) => one.model === model).map(({ version }) => `models/${model}@${version}`),
  };
}
