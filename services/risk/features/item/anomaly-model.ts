import { itemFeature, missing } from '../definition/feature.ts';
import { answersOf } from './model-answer.ts';

const { answerOf, pValueOrOneOf, from } = answersOf('anomaly');

/** What the model of masses, values, quantities, origin and route says of the item. */
export const anomalyModelFeatures = [
  itemFeature('item.anomalyPValue', 'double', {
    label: 'p-value of the anomaly model',
    doc: 'Share of honest goods whose figures are at least as odd, given their code, origin, route and trader; 0 to 1.',
    tier: 'analyst',
    rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer ? answer : (answer.pValue ?? missing('the model gave no p-value'));
    },
    from,
  }),
  itemFeature('item.anomalyPValueOrOne', 'double', {
    label: 'p-value of the anomaly model where it told one',
    doc: 'As item.anomalyPValue, but 1 where the model could not tell: for rules beside one that needs item.anomalyPValue and says so, once an item.',
    tier: 'analyst',
    rests: 'whole',
    of: pValueOrOneOf,
    from,
  }),
  itemFeature('item.anomalyEvidence', 'list<string>', {
    label: 'what is odd',
    doc: 'Figures that are odd, the oddest first: field, what was seen, what is usual among similar goods.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer
        ? answer
        : answer.evidence.map(({ field, seen, usual }) => `${field} ${seen}, usual ${usual}`);
    },
    from,
  }),
];
