import { join, resolve } from 'node:path';
import { encodeArtefact, type EncodedArtefact } from '../../../../models/artefact/encode.ts';
import type { JsonObject } from '../../../../models/artefact/manifest.ts';
import {
  buildCorpus,
  type Corpus,
  type Example,
  isInWords,
} from '../../../../models/classification/learn/data/corpus.ts';
import { successor } from '../../../../models/classification/learn/data/moved-codes.ts';
import { cardOf } from '../../../../models/classification/learn/evaluation/card.ts';
import { trainingDistributions } from '../../../../models/classification/learn/evaluation/distributions.ts';
import { evaluateClassification } from '../../../../models/classification/learn/evaluation/evaluate-classification.ts';
import { figureTable } from '../../../../models/classification/learn/evaluation/tables.ts';
import { scaled, type Schedule, USUAL_SCHEDULE } from '../../../../models/classification/learn/training/schedule.ts';
import { textsOf, trainClassification } from '../../../../models/classification/learn/training/train-classification.ts';
import {
  type VaguenessMaterial,
  vaguenessMaterial,
} from '../../../../models/classification/learn/vagueness/material.ts';
import { trainVaguenessModel } from '../../../../models/classification/learn/vagueness/train-vagueness-model.ts';
import { draftOf } from '../../../../models/classification/serve/artefact/classification-artefact.ts';
import { labelSet } from '../../../../models/classification/serve/codes/label-set.ts';
import { createLexicon } from '../../../../models/classification/serve/features/lexicon.ts';
import { eldScores } from '../../../../models/classification/serve/language/eld-scores.ts';
import { decodeWordVectors } from '../../../../models/word-vectors/learn/decode.ts';
import { projectRoot } from '../../../adapters/config/project-root.ts';
import { sourceIn, writeArtefact } from '../../../adapters/model-files/artefact-folder.ts';
import { openTensorFlow } from '../../../adapters/tensorflow/open-tensorflow.ts';
import type { BackendName } from '../../../adapters/tensorflow/tensorflow.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { sha256Hex } from '../../../risk/json/canonical.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { showProgress } from '../../output/progress.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { type ClassificationData, readClassificationData } from '../../training-data/classification-data.ts';
import { findRulings } from '../../training-data/rulings-data.ts';
import { sparedByCodes } from '../../training-data/spared-by-codes.ts';
import { dropStages, stagesIn } from './classification-stages.ts';

export interface TrainClassificationOptions {
  readonly data: readonly string[];
  readonly vague?: string;
  readonly rulings?: string;
  readonly out: string;
  readonly seed: number;
  /** Texts to draw in all; by default as many as the shipped model was trained with. */
  readonly texts?: number;
  readonly checkpoint?: string;
  readonly backend: BackendName;
  readonly json?: true;
}

/** Trains, calibrates, measures, writes the artefact with its card. */
export async function trainClassificationCommand(shell: Shell, options: TrainClassificationOptions): Promise<ExitCode> {
  const began = shell.now();
  const data = await readClassificationData(shell.workingDirectory, options.data, options.vague);
  const vectors = decodeWordVectors(sourceIn(join(projectRoot(), 'models', 'word-vectors', 'made')));
  const { tf, backend } = await openTensorFlow(options.backend);
  const labels = labelSet(data.subheadings);
  const corpus = buildCorpus(data.texts, labels, createLexicon(vectors.rowOf), successor(data.moved));
  const learnt = learntOf(corpus);
  const schedule: Schedule = scaled(
    { ...USUAL_SCHEDULE, seed: options.seed },
    (options.texts ?? textsOf(USUAL_SCHEDULE)) / textsOf(USUAL_SCHEDULE),
  );
  const vague = trainVaguenessModel(materialOf(data, learnt), vectors, options.seed);
  const progress = showProgress(shell, 'Texts learnt', textsOf(schedule));
  const run = sha256Hex(JSON.stringify([data.files.map(({ sha256 }) => sha256), vectors.version, schedule, backend]));
  const checkpoint = options.checkpoint === undefined ? undefined : resolve(shell.workingDirectory, options.checkpoint);
  const trained = await trainClassification({
    corpus,
    labels,
    moved: data.moved,
    vectors,
    vague: vague.model,
    runtime: { tf },
    schedule,
    store: stagesIn(checkpoint, run),
    told: (texts) => progress.advance(texts),
  }).finally(() => progress.end());
  const languageScores = await eldScores();
  const rulings = await findRulings(shell.workingDirectory, options.rulings, options.data);
  const evaluation = evaluateClassification({
    trained,
    tf,
    languageScores,
    descriptions: corpus.descriptions,
    rulings,
    base: corpus.base,
    gate: vague.figures,
    spares: sparedByCodes(),
    seed: options.seed,
  });
  const settings = { ...schedule, rows: corpus.base.length, descriptions: learnt.length, vectors: vectors.version };
  const encoded = encodeArtefact({
    ...draftOf(trained),
    training: {
      seed: options.seed,
      backend,
      data: [...data.files],
      settings: JSON.parse(JSON.stringify(settings)) as JsonObject,
    },
    metrics: JSON.parse(JSON.stringify(evaluation)) as JsonObject,
    distributions: trainingDistributions(trained, { tf }, languageScores, learnt),
    card: cardOf({
      evaluation,
      data: data.files,
      schedule,
      trained: { base: corpus.base.length, descriptions: learnt.length },
    }),
  });
  writeArtefact(resolve(shell.workingDirectory, options.out), encoded);
  dropStages(checkpoint);
  await tell(shell, options, encoded, evaluation, Math.round((shell.now() - began) / 1000));
  return EXIT.ok;
}

async function tell(
  shell: Shell,
  { out, json }: TrainClassificationOptions,
  { version }: EncodedArtefact,
  evaluation: ReturnType<typeof evaluateClassification>,
  seconds: number,
): Promise<void> {
  if (json)
    return shell.out.line(JSON.stringify({ model: 'classification', version, folder: out, seconds, ...evaluation }));
  await shell.out.line(
    `classification@${version.slice(0, 12)} written to ${out} after ${String(seconds)} s\n${textTable(figureTable(evaluation))}`,
  );
}

/** The descriptions to learn from. @throws TDW_MODEL_DATA where there are none, or no texts of a tariff beside them */
function learntOf({ descriptions, base }: Corpus): readonly Example[] {
  const learnt = descriptions.filter(({ part }) => part === 'training');
  if (learnt.length < USUAL_SCHEDULE.folds)
    throw new TidewaiterError(
      'TDW_MODEL_DATA',
      'The data have no descriptions in traders’ words: give search references, or a CSV with the columns description and commodityCode.',
    );
  if (base.length === 0)
    throw new TidewaiterError(
      'TDW_MODEL_DATA',
      'The data have no texts of a tariff or a nomenclature, in which every code is described: give one beside your own table.',
    );
  return learnt;
}

/** For the vague gate: of descriptions those that are learnt, and what a tariff says. */
function materialOf({ vague, texts }: ClassificationData, learnt: readonly Example[]): VaguenessMaterial {
  const [traded, references] = [
    learnt.filter(({ source }) => source === 'traded'),
    learnt.filter(({ source }) => source !== 'traded'),
  ];
  return vaguenessMaterial(
    vague,
    references,
    texts.filter((text) => !isInWords(text)),
    traded,
  );
}
