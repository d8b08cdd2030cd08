import { resolve } from 'node:path';
import type { Artefact } from '../../../../models/artefact/artefact.ts';
import { CLASSIFICATION, trainedOf } from '../../../../models/classification/serve/artefact/classification-artefact.ts';
import type { Classified } from '../../../../models/classification/serve/classified.ts';
import { type Classifier, createClassifier } from '../../../../models/classification/serve/classifier.ts';
import { eldScores } from '../../../../models/classification/serve/language/eld-scores.ts';
import { readArtefact } from '../../../adapters/model-files/artefact-folder.ts';
import { findArtefacts } from '../../../adapters/model-files/find-artefacts.ts';
import { readLocalActivations } from '../../../adapters/model-files/local-activations.ts';
import { openTensorFlow } from '../../../adapters/tensorflow/open-tensorflow.ts';
import type { BackendName } from '../../../adapters/tensorflow/tensorflow.ts';
import { modelsInForce } from '../../../reference/models/models-in-force.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { artefactOf, shippedVersion } from '../../../runtime/compose/load-model.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { InputReport } from '../../input/input-report.ts';
import { openSources } from '../../input/open-sources.ts';
import type { Shell } from '../../shell/shell.ts';
import { type AskedLine, readAsked } from './read-asked.ts';

export interface ClassifyOptions {
  readonly model?: string;
  readonly backend?: BackendName;
  readonly json?: true;
}

/** Lines asked at a time. */
const BATCH = 512;

/** Answers each line in its order. A line that is none is told of and answered as unknown, so that answers stay beside their lines; it does not stop the good ones. */
export async function classifyDescriptions(
  shell: Shell,
  file: string | undefined,
  options: ClassifyOptions,
): Promise<ExitCode> {
  const [source] = openSources(file === undefined ? [] : [file], shell);
  const classify = await openClassifier(await artefactInForce(shell, options), options.backend);
  const report = new InputReport(shell.err, options.json ? 'json' : 'text');
  const notice = createKeyNotice(shell, source!.file, options);
  for await (const lines of batchesOf(readAsked(source!))) {
    const answers = classify(lines.flatMap((line) => (line.kind === 'asked' ? [line.asked] : []))).values();
    for (const line of lines) {
      if (line.kind === 'failed') await report.failed(line);
      else await notice(line);
      const answer = answerTo(line, answers, options);
      if (answer !== undefined) await shell.out.line(answer);
    }
  }
  return report.count.failed > 0 ? EXIT.inputBad : EXIT.ok;
}

async function* batchesOf(lines: AsyncIterable<AskedLine>): AsyncGenerator<readonly AskedLine[]> {
  let batch: AskedLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** What is written for a line: people are told nothing of one that is none but its error. @param answers of the lines asked, in their order */
function answerTo(line: AskedLine, answers: Iterator<Classified>, { json }: ClassifyOptions): string | undefined {
  if (line.kind === 'asked') {
    const { value } = answers.next() as IteratorYieldResult<Classified>;
    return json ? JSON.stringify(answerJson(line.asked, value)) : answerText(line.asked, value);
  }
  const at = line.error.location?.line;
  return json && at !== undefined ? JSON.stringify(unreadable(line, at)) : undefined;
}

async function artefactInForce(shell: Shell, { model }: ClassifyOptions): Promise<Artefact> {
  if (model !== undefined) return readArtefact(resolve(shell.workingDirectory, model));
  const { settings } = await shell.settings();
  const found = await findArtefacts(settings.models.dir);
  const version =
    modelsInForce(readLocalActivations(settings.dataDir)).get(CLASSIFICATION)?.active ??
    shippedVersion(CLASSIFICATION, found);
  if (version === undefined)
    throw new TidewaiterError('TDW_MODEL_MISSING', 'No version of the model classification is there.');
  return readArtefact(artefactOf(CLASSIFICATION, version, found).folder);
}

async function openClassifier(artefact: Artefact, backend: BackendName | undefined): Promise<Classifier> {
  const { tf } = await openTensorFlow(backend);
  return createClassifier(trainedOf(artefact), { tf }, { languageScores: await eldScores(), wordsUpTo: 1 });
}

/** Tells of each key that nothing is known of, once. */
function createKeyNotice(
  shell: Shell,
  file: string,
  { json }: ClassifyOptions,
): (line: Extract<AskedLine, { readonly kind: 'asked' }>) => Promise<void> {
  const told = new Set<string>();
  return async ({ line, ignored }) => {
    for (const key of ignored.filter((one) => !told.has(one))) {
      told.add(key);
      await shell.err.line(
        json ? JSON.stringify({ file, line, ignored: key }) : `${file}:${String(line)}: the key ${key} is not read`,
      );
    }
  };
}

function answerJson(
  { id, commodityCode }: Extract<AskedLine, { readonly kind: 'asked' }>['asked'],
  { status, why, headings, subheadings, words, mismatch }: Classified,
): object {
  const unjudged =
    status === 'ok' && commodityCode !== undefined && mismatch === undefined
      ? { unjudged: whyUnjudged(commodityCode) }
      : {};
  return {
    ...(id === undefined ? {} : { id }),
    status,
    ...(why === undefined ? {} : { why }),
    headings,
    subheadings,
    words,
    ...(mismatch === undefined ? unjudged : { mismatch }),
  };
}

/** Why a declared code has no mismatch although the words could be read. */
function whyUnjudged(code: string): string {
  return /^\d{4,}$/.test(code)
    ? `the Harmonized System has no heading ${code.slice(0, 4)}`
    : 'the declared code has not four digits';
}

function unreadable({ id, error }: Extract<AskedLine, { readonly kind: 'failed' }>, line: number): object {
  return {
    ...(id === undefined ? {} : { id }),
    status: 'unknown',
    why: `the line cannot be read (${error.code}, line ${String(line)})`,
    headings: [],
    subheadings: [],
    words: [],
  };
}

/** Of an unknown one no headings are told: they are what is likely of any goods. */
function answerText(
  { description, commodityCode }: Extract<AskedLine, { readonly kind: 'asked' }>['asked'],
  { status, why, headings, mismatch }: Classified,
): string {
  const likely = headings
    .map(({ code, probability }) => `${code} ${String(Math.round(100 * probability))} %`)
    .join(', ');
  const onCode =
    mismatch === undefined
      ? commodityCode === undefined
        ? ''
        : `not judged: ${whyUnjudged(commodityCode)}`
      : `${mismatch.sentence ?? ''} (p = ${mismatch.pValue.toPrecision(2)})`;
  const answer = [
    `${status}${why === undefined ? '' : ` (${why})`}`,
    ...(status === 'unknown' ? [] : [likely]),
    ...(status !== 'ok' || onCode === '' ? [] : [onCode]),
  ];
  return `${description}: ${answer.join('; ')}`;
}
