import { resolve } from 'node:path';
import { draftOf } from '../../../models/anomaly/artefact/anomaly-artefact.ts';
import { cardOf } from '../../../models/anomaly/evaluation/card.ts';
import { evaluateAnomaly, type AnomalyEvaluation } from '../../../models/anomaly/evaluation/evaluate-anomaly.ts';
import { injectionText, outcomeText, percentText } from '../../../models/anomaly/evaluation/tables.ts';
import type { LabelledRow } from '../../../models/anomaly/goods/goods-row.ts';
import { PUBLIC_SCOPE, PUBLIC_REMARKS } from '../../../models/anomaly/goods/public-columns.ts';
import { foldOf } from '../../../models/anomaly/goods/split.ts';
import { trainingDistributions } from '../../../models/anomaly/training/distributions.ts';
import { trainAnomaly, type AnomalyTraining } from '../../../models/anomaly/training/train-anomaly.ts';
import { encodeArtefact, type EncodedArtefact } from '../../../models/artefact/encode.ts';
import type { JsonObject } from '../../../models/artefact/json.ts';
import { writeArtefact } from '../../adapters/model-files/artefact-folder.ts';
import type { BackendName } from '../../adapters/tensorflow/backend-name.ts';
import { loadGradients } from '../../adapters/tensorflow/gradients.ts';
import { openTensorFlow, type OpenTensorFlow } from '../../adapters/tensorflow/open-tensorflow.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
import { showProgress } from '../output/progress.ts';
import { textTable } from '../output/text-table.ts';
import type { Shell } from '../shell/shell.ts';
import { dropCheckpoint, readCheckpoint, writeCheckpoint } from './anomaly-checkpoint.ts';
import { readAnomalyData, type AnomalyData } from './anomaly-data.ts';
import { generatedTable } from './anomaly-generated.ts';

export interface TrainAnomalyOptions {
  readonly data: readonly string[];
  readonly test?: string;
  readonly out: string;
  readonly seed: number;
  readonly epochs: number;
  readonly currency: string;
  readonly checkpoint?: string;
  readonly backend: BackendName;
  readonly json?: true;
}

/** Share of groups kept back where no test file is given: one in so many. */
const KEPT_BACK = 10;

/** Trains, measures, writes the artefact with its card. */
export async function trainAnomalyCommand(shell: Shell, options: TrainAnomalyOptions): Promise<ExitCode> {
  const began = shell.now();
  const { learn, test } = await dataOf(shell, options);
  const opened = await openTensorFlow(options.backend);
  await loadGradients();
  const trained = await train(shell, opened, learn, options);
  const last = learn[0]!;
  const evaluation = evaluateAnomaly(opened.tf, trained, test.rows, { seed: options.seed, isPreference: last.isPreference, currency: last.scopes[0]?.currency ?? options.currency });
  const generated = trained.scopes.some(({ name }) => name === PUBLIC_SCOPE) ? await generatedTable(opened.tf, options.seed) : undefined;
  const files = learn.map(({ file }) => file);
  const remarks = trained.scopes.some(({ name }) => name === PUBLIC_SCOPE) ? PUBLIC_REMARKS : [];
  const encoded = encodeArtefact({
    ...draftOf(trained),
    training: { seed: options.seed, backend: opened.backend, data: files, settings: { epochs: options.epochs } },
    metrics: JSON.parse(JSON.stringify({ ...evaluation, ...(generated === undefined ? {} : { generated }) })) as JsonObject,
    distributions: trainingDistributions(opened.tf, trained, learn.flatMap(({ rows }) => rows), options.seed),
    card: cardOf({ trained, seed: options.seed, data: files, test: [test.file], lacks: last.lacks, evaluation, remarks, ...(generated === undefined ? {} : { generated }) }),
  });
  writeArtefact(resolve(shell.workingDirectory, options.out), encoded);
  dropCheckpoint(options.checkpoint);
  await tell(shell, options, encoded, evaluation, (shell.now() - began) / 1000);
  return EXIT.ok;
}

interface Parts {
  readonly learn: readonly AnomalyData[];
  readonly test: AnomalyData;
}

async function dataOf(shell: Shell, { data, test, currency, seed }: TrainAnomalyOptions): Promise<Parts> {
  const read = (path: string): Promise<AnomalyData> => readAnomalyData(resolve(shell.workingDirectory, path), currency);
  const all = await Promise.all(data.map(read));
  if (test !== undefined) return { learn: all, test: await read(test) };
  const keep = (kept: 'learn' | 'test') => (one: AnomalyData): AnomalyData => ({ ...one, rows: one.rows.filter(({ group }) => (foldOf(group, seed, KEPT_BACK) === 0) === (kept === 'test')) });
  const tested = all.map(keep('test'));
  return { learn: all.map(keep('learn')), test: { ...tested[0]!, rows: tested.flatMap(({ rows }) => rows) } };
}

async function train(shell: Shell, { tf }: OpenTensorFlow, learn: readonly AnomalyData[], options: TrainAnomalyOptions): ReturnType<typeof trainAnomaly> {
  const rows: readonly LabelledRow[] = learn.flatMap((one) => one.rows);
  const key = JSON.stringify([learn.map(({ file }) => file.sha256), rows.length, options.seed, options.epochs, options.backend]);
  const checkpoint = options.checkpoint === undefined ? undefined : resolve(shell.workingDirectory, options.checkpoint);
  const from = readCheckpoint(checkpoint, key);
  const progress = showProgress(shell, 'Passes over the data', options.epochs);
  progress.advance(from?.epochsDone ?? 0);
  const training: AnomalyTraining = {
    seed: options.seed,
    epochs: options.epochs,
    scopes: uniqueScopes(learn),
    isPreference: learn[0]!.isPreference,
    ...(from === undefined ? {} : { from }),
    onEpoch: (state) => {
      progress.advance(1);
      writeCheckpoint(checkpoint, key, state);
    },
  };
  try {
    return await trainAnomaly(tf, rows, training);
  } catch (error) {
    if (error instanceof RangeError) throw new TidewaiterError('TDW_MODEL_DATA', `Nothing can be learned from these data: ${error.message}.`, { cause: error });
    throw error;
  } finally {
    progress.end();
  }
}

function uniqueScopes(learn: readonly AnomalyData[]): AnomalyTraining['scopes'] {
  return [...new Map(learn.flatMap(({ scopes }) => scopes.map((scope) => [scope.name, scope] as const))).values()];
}

async function tell(shell: Shell, { out, json }: TrainAnomalyOptions, { version }: EncodedArtefact, evaluation: AnomalyEvaluation, seconds: number): Promise<void> {
  if (json) return shell.out.line(JSON.stringify({ model: 'anomaly', version, folder: out, seconds: Math.round(seconds), ...evaluation }));
  await shell.out.line(`anomaly@${version.slice(0, 12)} written to ${out} after ${String(Math.round(seconds))} s`);
  await shell.out.line(textTable(injectionText(evaluation.injection)));
  await shell.out.line(textTable(outcomeText({ 'all rows': evaluation.outcomes.headline, 'unseen triples': evaluation.outcomes.unseenTriples })));
  await shell.out.line(`Honest goods called odd at a stated 1 %: ${percentText(evaluation.bias.overall)}`);
}
