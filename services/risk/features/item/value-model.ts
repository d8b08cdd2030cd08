import type { ModelAnswer } from '../../facts/facts.ts';
import type { ItemContext } from '../context.ts';
import { itemFeature, missing, type Missing } from '../feature.ts';

const MODEL = 'declared-value';
const from = ({ item }: ItemContext): readonly string[] => item.models.filter(({ model }) => model === MODEL).map(({ model, version }) => `models/${model}@${version}`);

/** What the model of value, mass and quantity says of the declared code. */
export const valueModelFeatures = [
  itemFeature('item.valueModelPValue', 'double', {
    label: 'p-value of the value model', doc: 'Share of honest goods of the code whose value, mass and quantity are at least as odd together.', tier: 'analyst', rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer ? answer : (answer.pValue ?? missing('the model gave no p-value'));
    },
    from,
  }),
  itemFeature('item.valueModelEvidence', 'list<string>', {
    label: 'evidence of the value model', doc: 'What was odd, the oddest first: field, what was seen, what is usual.', tier: 'analyst', rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer ? answer : answer.evidence.map(({ field, seen, usual }) => `${field} ${seen}, usual ${usual}`);
    },
    from,
  }),
];

function answerOf({ item }: ItemContext): ModelAnswer | Missing {
  const answer = item.models.find(({ model }) => model === MODEL);
  if (answer === undefined) return missing(`the model ${MODEL} was not asked`);
  return answer.status === 'unknown' ? missing(answer.why ?? `the model ${MODEL} could not say`) : answer;
}
