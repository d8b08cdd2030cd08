import type { WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import type { VagueModel } from '../../serve/vagueness/vagueness-model.ts';
import { wordStatistics } from './count-words.ts';
import { crossValidated, type GateFigures, gateFigures } from './cross-validation.ts';
import { listedTerms } from './list-terms.ts';
import type { GateMaterial } from './material.ts';
import { trainVagueGate } from './train-vagueness-classifier.ts';

/** Trains the gate on all material; its figures and its threshold come from gates that had not seen what they judge. */
export function trainVagueModel(
  material: GateMaterial,
  vectors: WordVectors,
  seed: number,
): { readonly model: VagueModel; readonly figures: GateFigures } {
  const figures = gateFigures(crossValidated(material, vectors, seed));
  const statistics = wordStatistics(material.tariff);
  const weights = trainVagueGate(material, { vectors, statistics }, seed);
  return { model: { weights, statistics, listed: listedTerms(material), threshold: figures.inUse.threshold }, figures };
}
