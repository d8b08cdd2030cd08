import { resolve } from 'node:path';
import { cardOf, type CardSource } from '../../../../models/anomaly/learn/evaluation/card.ts';
import {
  type AnomalyEvaluation,
  evaluateAnomaly,
  unseenRows,
} from '../../../../models/anomaly/learn/evaluation/evaluate-anomaly.ts';
import { leaveOneTypeOut } from '../../../../models/anomaly/learn/evaluation/leave-one-type-out.ts';
import { injectionText, outcomeText, percentText } from '../../../../models/anomaly/learn/evaluation/tables.ts';
import { compareOutcomeModels } from '../../../../models/anomaly/learn/outcome/learn-outcomes.ts';
import { trainingDistributions } from '../../../../models/anomaly/learn/training/distributions.ts';
import { trainAnomaly } from '../../../../models/anomaly/learn/training/train-anomaly.ts';
import type { TrainingState } from '../../../../models/anomaly/learn/training/train-autoencoder.ts';
import { draftOf } from '../../../../models/anomaly/serve/artefact/anomaly-artefact.ts';
import type { TrainedAnomaly } from '../../../../models/anomaly/serve/scoring/trained-anomaly.ts';
import { encodeArtefact, type EncodedArtefact } from '../../../../models/artefact/encode.ts';
import type { JsonObject } from '../../../../models/artefact/manifest.ts';
import { writeArtefact } from '../../../adapters/model-files/artefact-folder.ts';
import { type OpenTensorFlow, openTensorFlow } from '../../../adapters/tensorflow/open-tensorflow.ts';
import { type BackendName, loadGradients } from '../../../adapters/tensorflow/tensorflow.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { showProgress } from '../../output/progress.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { generatedTable } from '../../training-data/generated-trade.ts';
import { dropCheckpoint, readCheckpoint, writeCheckpoint } from './anomaly-checkpoint.ts';
import { type TrainingData, trainingData, type TrainingDataOptions } from './anomaly-training-data.ts';

export interface TrainAnomalyOptions extends TrainingDataOptions {
  readonly out: string;
  readonly epochs: number;
  readonly checkpoint?: string;
  readonly backend: BackendName;
  readonly json?: true;
}

/** Trains, measures, writes the artefact with its card. @throws UsageError where no data are named */
export async function trainAnomalyCommand(shell: Shell, options: TrainAnomalyOptions): Promise<ExitCode> {
  const began = shell.now();
  const data = await trainingData(shell, options);
  const opened = await openTensorFlow(options.backend);
  loadGradients();
  const trained = await train(shell, opened, data, options);
  const report = await measure(opened.tf, trained, data, options.seed);
  const { evaluation, ...besides } = report;
  const encoded = encodeArtefact({
    ...draftOf(trained),
    training: {
      seed: options.seed,
      backend: opened.backend,
      data: [...data.files],
      settings: { epochs: options.epochs },
    },
    metrics: JSON.parse(JSON.stringify({ ...evaluation, ...besides })) as JsonObject,
    distributions: trainingDistributions(opened.tf, trained, data.learn, options.seed),
    card: cardOf({
      ...report,
      trained,
      seed: options.seed,
      data: data.files,
      test: data.testFiles,
      lacks: data.lacks,
      remarks: data.remarks,
    }),
  });
  writeArtefact(resolve(shell.workingDirectory, options.out), encoded);
  dropCheckpoint(options.checkpoint);
  await tell(shell, options, encoded, evaluation, (shell.now() - began) / 1000);
  return EXIT.ok;
}

type Report = Pick<CardSource, 'evaluation' | 'untaught' | 'comparison' | 'generated'>;

async function measure(
  tf: OpenTensorFlow['tf'],
  trained: TrainedAnomaly,
  data: TrainingData,
  seed: number,
): Promise<Report> {
  const { isPreference, scopes } = data;
  return {
    evaluation: evaluateAnomaly(tf, trained, data.test, { seed, isPreference, currency: scopes[0]!.currency }),
    untaught: leaveOneTypeOut(tf, trained, data.learn, unseenRows(trained, data.test), { seed, isPreference }),
    comparison: compareOutcomeModels(data.learn, seed),
    ...(data.lacks.length === 0 ? {} : { generated: await generatedTable(tf, seed) }),
  };
}

async function train(
  shell: Shell,
  { tf }: OpenTensorFlow,
  data: TrainingData,
  options: TrainAnomalyOptions,
): Promise<TrainedAnomaly> {
  const key = JSON.stringify([
    data.files.map(({ sha256 }) => sha256),
    data.learn.length,
    options.seed,
    options.epochs,
    options.backend,
  ]);
  const checkpoint = options.checkpoint === undefined ? undefined : resolve(shell.workingDirectory, options.checkpoint);
  const from = readCheckpoint(checkpoint, key);
  const progress = showProgress(shell, 'Passes over the data', options.epochs);
  progress.advance(from?.epochsDone ?? 0);
  const onEpoch = (state: TrainingState): void => {
    progress.advance(1);
    writeCheckpoint(checkpoint, key, state);
  };
  try {
    return await trainAnomaly(tf, data.learn, {
      seed: options.seed,
      epochs: options.epochs,
      domains: data.scopes,
      isPreference: data.isPreference,
      onEpoch,
      ...(from === undefined ? {} : { from }),
    });
  } finally {
    progress.end();
  }
}

async function tell(
  shell: Shell,
  { out, json }: TrainAnomalyOptions,
  { version }: EncodedArtefact,
  evaluation: AnomalyEvaluation,
  seconds: number,
): Promise<void> {
  if (json)
    return shell.out.line(
      JSON.stringify({ model: 'anomaly', version, folder: out, seconds: Math.round(seconds), ...evaluation }),
    );
  await shell.out.line(`anomaly@${version.slice(0, 12)} written to ${out} after ${String(Math.round(seconds))} s`);
  await shell.out.line(textTable(injectionText(evaluation.injection)));
  await shell.out.line(
    textTable(
      outcomeText({ 'all rows': evaluation.outcomes.headline, 'unseen triples': evaluation.outcomes.unseenTriples }),
    ),
  );
  await shell.out.line(`Honest goods called odd at a stated 1 %: ${percentText(evaluation.bias.overall)}`);
}
