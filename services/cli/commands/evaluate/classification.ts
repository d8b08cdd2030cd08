import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Artefact } from '../../../../models/artefact/artefact.ts';
import { buildCorpus } from '../../../../models/classification/learn/data/corpus.ts';
import { successor } from '../../../../models/classification/learn/data/moved-codes.ts';
import { evaluateClassification } from '../../../../models/classification/learn/evaluation/evaluate-classification.ts';
import { goalsReached } from '../../../../models/classification/learn/evaluation/goals.ts';
import {
  auc,
  figureTable,
  goalTable,
  mismatchTable,
  percent,
  plausibleTable,
  rateTable,
} from '../../../../models/classification/learn/evaluation/tables.ts';
import type { VaguenessFigures } from '../../../../models/classification/learn/vagueness/cross-validation.ts';
import { trainedOf } from '../../../../models/classification/serve/artefact/classification-artefact.ts';
import { labelSet } from '../../../../models/classification/serve/codes/label-set.ts';
import { createLexicon } from '../../../../models/classification/serve/features/lexicon.ts';
import { eldScores } from '../../../../models/classification/serve/language/eld-scores.ts';
import { projectRoot } from '../../../adapters/config/project-root.ts';
import { readArtefact } from '../../../adapters/model-files/artefact-folder.ts';
import { openTensorFlow } from '../../../adapters/tensorflow/open-tensorflow.ts';
import type { BackendName } from '../../../adapters/tensorflow/tensorflow.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { readClassificationData } from '../../training-data/classification-data.ts';
import { dataSetsFolder } from '../../training-data/data-sets-folder.ts';
import { findRulings } from '../../training-data/rulings-data.ts';
import { sparedByCodes } from '../../training-data/spared-by-codes.ts';

export interface EvaluateClassificationOptions {
  readonly data?: readonly string[];
  readonly vague?: string;
  readonly rulings?: string;
  readonly model?: string;
  readonly seed?: number;
  readonly backend?: BackendName;
  readonly json?: true;
}

/** Measures an artefact on descriptions that it has not learned from. @throws TDW_MODEL_DATA where there are none */
export async function evaluateClassificationCommand(
  shell: Shell,
  options: EvaluateClassificationOptions,
): Promise<ExitCode> {
  const paths = options.data ?? publicData(shell);
  const data = await readClassificationData(shell.workingDirectory, paths, options.vague);
  const artefact = await readArtefact(
    options.model === undefined ? shippedClassification() : resolve(shell.workingDirectory, options.model),
  );
  const trained = trainedOf(artefact);
  const { tf, backend } = await openTensorFlow(options.backend);
  const corpus = buildCorpus(
    data.texts,
    labelSet(trained.subheadings),
    createLexicon(trained.vectors.rowOf),
    successor(data.moved),
  );
  const gate = artefact.manifest.metrics['gate'] as unknown as VaguenessFigures | undefined;
  const rulings = await findRulings(shell.workingDirectory, options.rulings, paths);
  const evaluation = evaluateClassification({
    trained,
    tf,
    languageScores: await eldScores(),
    descriptions: corpus.descriptions,
    rulings,
    base: corpus.base,
    ...(gate === undefined ? {} : { gate }),
    spares: sparedByCodes(),
    seed: options.seed ?? artefact.manifest.training.seed,
  });
  await (options.json ? writeJson : writeTables)(shell, { artefact, backend, gate, evaluation });
  return EXIT.ok;
}

interface Evaluated {
  readonly artefact: Artefact;
  readonly backend: string;
  readonly gate: VaguenessFigures | undefined;
  readonly evaluation: ReturnType<typeof evaluateClassification>;
}

async function writeJson(shell: Shell, { artefact: { name, version }, backend, evaluation }: Evaluated): Promise<void> {
  const goals = goalsReached(evaluation);
  await shell.out.line(JSON.stringify({ model: name, version, backend, ...evaluation, goals }));
}

async function writeTables(shell: Shell, { artefact, backend, gate, evaluation }: Evaluated): Promise<void> {
  await shell.out.line(`classification@${artefact.version.slice(0, 12)} on ${backend}`);
  for (const table of [figureTable, plausibleTable, mismatchTable, rateTable, goalTable])
    await shell.out.line(textTable(table(evaluation)));
  if (gate !== undefined)
    await shell.out.line(
      `Vague gate, cross-validated when it was trained: AUC ${auc(gate.auc)}, recall at 5 % false alarms ${percent(gate.recall.recall)}, at 2.5 %, as in use, ${percent(gate.inUse.recall)}`,
    );
}

const shippedClassification = (): string => join(projectRoot(), 'models', 'classification', 'shipped');

function publicData({ variables }: Shell): readonly string[] {
  const folder = dataSetsFolder(projectRoot(), variables);
  if (folder === undefined)
    throw new TidewaiterError(
      'TDW_MODEL_DATA',
      'The public data sets are not beside the project: name the files to measure on with --data, or their folder in TIDEWAITER_DATA_SETS.',
    );
  return [folder, ...ownWordings()];
}

/** The wordings that the project brings along. */
function ownWordings(): readonly string[] {
  const folder = join(projectRoot(), 'models', 'classification', 'wordings');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name));
}
