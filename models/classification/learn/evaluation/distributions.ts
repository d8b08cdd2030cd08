import type { Histogram } from '../../../artefact/manifest.ts';
import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import { quantileHistogram } from '../../../statistics/population-stability.ts';
import type { TrainedClassification } from '../../serve/artefact/trained-classification.ts';
import { createClassifier } from '../../serve/classifier.ts';
import { driftFeatures } from '../../serve/drift-features.ts';
import type { LanguageScores } from '../../serve/language/language-reader.ts';
import type { Example } from '../data/corpus.ts';

const BINS = 10;

/** How scores, p-values and the main features are spread among the descriptions that were learnt: what drift is measured against. */
export function trainingDistributions(
  trained: TrainedClassification,
  runtime: Pick<ModelRuntime, 'tf'>,
  languageScores: LanguageScores,
  descriptions: readonly Example[],
): Readonly<Record<string, Histogram>> {
  const answers = createClassifier(trained, runtime, { languageScores, wordsUpTo: 0 })(
    descriptions.map(({ description, code }) => ({ description, commodityCode: code })),
  );
  const mismatches = answers.flatMap(({ mismatch }) => (mismatch === undefined ? [] : [mismatch]));
  const measures = answers.map(({ confidence }) => driftFeatures(confidence));
  const named: [string, readonly number[]][] = [
    ['score', mismatches.map(({ score }) => score)],
    ['p-value', mismatches.map(({ pValue }) => pValue)],
    ...Object.keys(measures[0] ?? {}).map((name): [string, readonly number[]] => [
      `feature/${name}`,
      measures.map((one) => one[name]!),
    ]),
  ];
  return Object.fromEntries(
    named.filter(([, values]) => values.length > 0).map(([name, values]) => [name, quantileHistogram(values, BINS)]),
  );
}
