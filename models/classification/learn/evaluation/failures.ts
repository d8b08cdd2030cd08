import type { Classifier } from '../../serve/classifier.ts';
import type { Measured } from './evaluate-classification.ts';

/** A text that the model was sure of, and wrong about. */
export interface Failure {
  readonly description: string;
  readonly right: string;
  readonly likely: string;
  readonly probability: number;
}

const TOLD = 12;
const LONGEST = 120;

/** The surest mistakes in the heading, for the card. */
export function failures(texts: readonly Measured[], classify: Classifier): readonly Failure[] {
  const answers = classify(texts.map(({ description }) => ({ description })));
  return texts
    .flatMap(({ description, code }, index): Failure[] => {
      const {
        status,
        headings: [first],
      } = answers[index]!;
      if (status !== 'ok' || first === undefined || first.code === code.slice(0, 4)) return [];
      return [
        {
          description: description.slice(0, LONGEST),
          right: code.slice(0, 4),
          likely: first.code,
          probability: first.probability,
        },
      ];
    })
    .sort((a, b) => b.probability - a.probability)
    .slice(0, TOLD);
}
