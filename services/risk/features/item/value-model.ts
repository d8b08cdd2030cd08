import { itemFeature, missing } from '../feature.ts';
import { answersOf } from '../model-answer.ts';

const { answerOf, from } = answersOf('declared-value');

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
