import { resolve } from 'node:path';
import type { Artefact } from '../../../models/artefact/artefact.ts';
import { CLASSIFICATION, trainedOf } from '../../../models/classification/artefact/classification-artefact.ts';
import { createClassifier, type Classified, type Classifier } from '../../../models/classification/classifier.ts';
import { eldScores } from '../../../models/classification/language/eld-scores.ts';
import { readArtefact } from '../../adapters/model-files/artefact-folder.ts';
import { findArtefacts } from '../../adapters/model-files/find-artefacts.ts';
import { readLocalActivations } from '../../adapters/model-files/local-activations.ts';
import type { BackendName } from '../../adapters/tensorflow/backend-name.ts';
import { openTensorFlow } from '../../adapters/tensorflow/open-tensorflow.ts';
import { modelsInForce } from '../../reference/models/models-in-force.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { artefactOf, shippedVersion } from '../compose/load-model.ts';
import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
import { errorLine } from '../exit/report-error.ts';
import { openSources } from '../input/open-sources.ts';
import type { Shell } from '../shell/shell.ts';
import { readAsked, type AskedLine } from './read-asked.ts';

export interface ClassifyOptions {
  readonly model?: string;
  readonly backend?: BackendName;
  readonly json?: true;
}

/** Lines asked at a time. */
const BATCH = 512;

/** Answers each line in its order; lines that are none are told of and do not stop the good ones. */
export async function classifyDescriptions(shell: Shell, file: string | undefined, options: ClassifyOptions): Promise<ExitCode> {
  const [source] = openSources(file === undefined ? [] : [file], shell);
  const classify = await openClassifier(await artefactInForce(shell, options), options.backend);
  let failed = 0;
  const answer = async (lines: readonly AskedLine[]): Promise<void> => {
    const asked = lines.flatMap((line) => (line.kind === 'asked' ? [line.asked] : []));
    const answers = classify(asked);
    for (const [at, one] of answers.entries()) await shell.out.line(options.json ? JSON.stringify(answerJson(asked[at]!.id, one)) : answerText(asked[at]!.description, one));
    for (const line of lines) {
      if (line.kind === 'asked') continue;
      failed += 1;
      await shell.err.line(errorLine(line.error, options.json ? 'json' : 'text'));
    }
  };
  let batch: AskedLine[] = [];
  for await (const line of readAsked(source!)) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    await answer(batch);
    batch = [];
  }
  await answer(batch);
  return failed > 0 ? EXIT.inputBad : EXIT.ok;
}

async function artefactInForce(shell: Shell, { model }: ClassifyOptions): Promise<Artefact> {
  if (model !== undefined) return readArtefact(resolve(shell.workingDirectory, model));
  const { settings } = await shell.settings();
  const found = findArtefacts(settings.models.dir);
  const version = modelsInForce(readLocalActivations(settings.dataDir)).get(CLASSIFICATION)?.active ?? shippedVersion(CLASSIFICATION, found);
  if (version === undefined) throw new TidewaiterError('TDW_MODEL_MISSING', 'No version of the model classification is there.');
  return readArtefact(artefactOf(CLASSIFICATION, version, found).folder);
}

async function openClassifier(artefact: Artefact, backend: BackendName | undefined): Promise<Classifier> {
  const { tf } = await openTensorFlow(backend);
  return createClassifier(trainedOf(artefact), { tf }, { languageScores: await eldScores(), wordsUpTo: 1 });
}

function answerJson(id: string | number | undefined, { status, why, headings, subheadings, words, mismatch }: Classified): object {
  return { ...(id === undefined ? {} : { id }), status, ...(why === undefined ? {} : { why }), headings, subheadings, words, ...(mismatch === undefined ? {} : { mismatch }) };
}

function answerText(description: string, { status, why, headings, mismatch }: Classified): string {
  const likely = headings.map(({ code, probability }) => `${code} ${String(Math.round(100 * probability))} %`).join(', ');
  const told = mismatch === undefined ? '' : `; ${mismatch.sentence ?? ''} (p = ${mismatch.pValue.toPrecision(2)})`;
  return `${description}: ${status}${why === undefined ? '' : ` (${why})`}; ${likely}${told}`;
}
