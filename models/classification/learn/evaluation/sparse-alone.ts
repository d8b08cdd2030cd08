import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import type { TrainedClassification } from '../../serve/artefact/trained-classification.ts';
import type { LabelSet } from '../../serve/codes/label-set.ts';
import type { Lexicon } from '../../serve/features/lexicon.ts';
import { emptySparseFeatures, sparseFeatures } from '../../serve/features/sparse-features.ts';
import { batchOf } from '../../serve/heads/batch.ts';
import { createSparseHead } from '../../serve/heads/sparse-head.ts';
import { phrasesOf } from '../../serve/text/phrases.ts';
import type { Ranking } from './code-figures.ts';

/** The baseline of linear hashed n-grams: the sparse head without the dense one. */
export function sparseAlone(
  trained: Pick<TrainedClassification, 'sparse'>,
  labels: LabelSet,
  lexicon: Lexicon,
  runtime: Pick<ModelRuntime, 'tf'>,
): Ranking {
  const head = createSparseHead(trained.sparse, labels, runtime);
  const features = emptySparseFeatures();
  return (description) => {
    const phrases = phrasesOf(description).map((phrase) => phrase.map(lexicon));
    sparseFeatures(phrases, features);
    const probabilities = head.run(batchOf([phrases]));
    const headings = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]!).slice(0, 5);
    const subheadings = headings
      .flatMap((heading) => withinHeading(heading, probabilities[heading]!))
      .sort((a, b) => b.probability - a.probability);
    return {
      headings: headings.map((heading) => labels.headings[heading]!),
      subheadings: subheadings.slice(0, 5).map(({ code }) => code),
    };
  };

  function withinHeading(
    heading: number,
    probability: number,
  ): readonly { readonly code: string; readonly probability: number }[] {
    const first = labels.firstOf[heading]!;
    const codes = labels.subheadings.slice(first, labels.firstOf[heading + 1]);
    const logits = new Float64Array(codes.length);
    head.subheadingLogits(features, first, logits);
    const powers = codes.map((code, s) => ({ code, power: Math.exp(logits[s]!) }));
    const total = powers.reduce((sum, { power }) => sum + power, 0);
    return powers.map(({ code, power }) => ({ code, probability: (probability * power) / total }));
  }
}
