import { CLASSIFICATION, trainedOf } from '../../models/classification/serve/artefact/classification-artefact.ts';
import { createClassifier } from '../../models/classification/serve/classifier.ts';
import { eldScores } from '../../models/classification/serve/language/eld-scores.ts';
import { readArtefact } from '../../services/adapters/model-files/artefact-folder.ts';
import { findArtefacts } from '../../services/adapters/model-files/find-artefacts.ts';
import { openTensorFlow } from '../../services/adapters/tensorflow/open-tensorflow.ts';
import { artefactOf, shippedVersion } from '../../services/runtime/compose/load-model.ts';
import type { DescribedGoods } from './read-trials.ts';
import { SHIPPED_MODELS } from './shipped-models.ts';

/** What the shipped model says of described goods. */
export interface DescribedAnswer {
  readonly goods: DescribedGoods;
  readonly status: 'ok' | 'vague' | 'unknown';
  /** The five likeliest, likeliest first. */
  readonly headings: readonly string[];
  /** p-values of the code as declared rightly and wrongly; 1 where the model does not judge it. */
  readonly right: number;
  readonly wrong: number;
}

/** Asks the shipped model as `tidewaiter classify` does. */
export async function classify(described: readonly DescribedGoods[]): Promise<readonly DescribedAnswer[]> {
  const found = await findArtefacts(SHIPPED_MODELS.dir);
  const version = shippedVersion(CLASSIFICATION, found) ?? '';
  const trained = trainedOf(await readArtefact(artefactOf(CLASSIFICATION, version, found).folder));
  const { tf } = await openTensorFlow(SHIPPED_MODELS.backend);
  const ask = createClassifier(trained, { tf }, { languageScores: await eldScores(), wordsUpTo: 1 });
  const pValues = (codeOf: (goods: DescribedGoods) => string): readonly number[] =>
    ask(described.map((goods) => ({ description: goods.text, commodityCode: codeOf(goods) }))).map(
      ({ mismatch }) => mismatch?.pValue ?? 1,
    );
  const right = pValues((goods) => goods.right);
  const wrong = pValues((goods) => goods.plausibleWrong);
  return ask(described.map(({ text }) => ({ description: text }))).map(({ status, headings }, at) => ({
    goods: described[at]!,
    status,
    headings: headings.map(({ code }) => code),
    right: right[at]!,
    wrong: wrong[at]!,
  }));
}
