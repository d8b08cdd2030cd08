import { hashText } from '../../../statistics/hash.ts';
import type { WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import { stem } from '../../serve/text/stem.ts';
import { type ListedTerms, termHash } from '../../serve/vagueness/listed-terms.ts';
import { tokensOf } from '../../serve/vagueness/tokens.ts';
import type { VaguenessModel } from '../../serve/vagueness/vagueness-model.ts';
import { wordStatistics } from './count-words.ts';
import { crossValidated, type VaguenessFigures, vaguenessFigures } from './cross-validation.ts';
import type { VaguenessMaterial } from './material.ts';
import { trainVaguenessClassifier } from './train-vagueness-classifier.ts';

/** Trains the classifier on all material; its figures and its threshold come from classifiers that had not seen what they judge. */
export function trainVaguenessModel(
  material: VaguenessMaterial,
  vectors: WordVectors,
  seed: number,
): { readonly model: VaguenessModel; readonly figures: VaguenessFigures } {
  const figures = vaguenessFigures(crossValidated(material, vectors, seed));
  const statistics = wordStatistics(material.tariff);
  const weights = trainVaguenessClassifier(material, { vectors, statistics }, seed);
  return { model: { weights, statistics, listed: listedTerms(material), threshold: figures.inUse.threshold }, figures };
}

/** Terms of the list by the stems of their words; none that is, folded so, a telling description ("Tires" is on the list, "tyres" is a code's own text). */
export function listedTerms({ vague, telling, tariff }: VaguenessMaterial): ListedTerms {
  const told = new Set([...telling, ...tariff].map(({ description }) => hashOf(description)));
  return Uint32Array.from(new Set(vague.map(hashOf).filter((hash) => !told.has(hash)))).sort();
}

const hashOf = (description: string): number =>
  termHash(tokensOf(description).words.map((word) => hashText(stem(word))));
