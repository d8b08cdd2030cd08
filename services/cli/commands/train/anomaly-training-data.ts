import { resolve } from 'node:path';
import { isOwnPreference } from '../../../../models/anomaly/learn/data/own-columns.ts';
import { PUBLIC_REMARKS, PUBLIC_SCOPE } from '../../../../models/anomaly/learn/data/public-columns.ts';
import { foldOf, type LabelledRow, onePerGroup } from '../../../../models/anomaly/learn/data/split.ts';
import { LEAST_GOODS } from '../../../../models/anomaly/learn/training/train-anomaly.ts';
import type { TrainingDomain } from '../../../../models/anomaly/serve/scoring/trained-anomaly.ts';
import type { DataFile } from '../../../../models/artefact/manifest.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { sha256Hex } from '../../../risk/json/canonical.ts';
import { UsageError } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';
import { type AnomalyData, readAnomalyData } from '../../training-data/anomaly-data.ts';
import { GENERATED_SCOPES, generatedTrade } from '../../training-data/generated-trade.ts';

/** What is learned from and what is measured on. */
export interface TrainingData {
  readonly learn: readonly LabelledRow[];
  readonly test: readonly LabelledRow[];
  readonly files: readonly DataFile[];
  readonly testFiles: readonly DataFile[];
  readonly scopes: readonly TrainingDomain[];
  readonly isPreference: (regime: string) => boolean;
  /** What the data lack of what the model could use; empty where they state everything. */
  readonly lacks: readonly string[];
  readonly remarks: readonly string[];
}

/** Where training data come from: the files named, or so many declarations made up. */
export interface TrainingDataOptions {
  readonly data?: readonly string[];
  readonly generated?: number;
  readonly test?: string;
  /** ISO 4217, of the values of an own table. */
  readonly currency: string;
  readonly seed: number;
}

/** Share of groups kept back where no test file is given: one in so many. */
const KEPT_BACK = 10;

/** @throws UsageError where neither files nor made-up trade are asked for; TDW_MODEL_DATA where there are too few goods to learn from, or none to measure on */
export async function trainingData(
  shell: Shell,
  { data = [], generated, test, currency, seed }: TrainingDataOptions,
): Promise<TrainingData> {
  if (generated !== undefined) return madeUp(generated, seed);
  const read = (path: string): Promise<AnomalyData> => readAnomalyData(resolve(shell.workingDirectory, path), currency);
  const all = await Promise.all(data.map(read));
  const [first] = all;
  if (first === undefined) throw new UsageError('train anomaly needs --data <file...>');
  const tested = test === undefined ? undefined : await read(test);
  const rows = all.flatMap((one) => one.rows);
  const scopes = [...new Map(all.flatMap((one) => one.scopes.map((scope) => [scope.name, scope] as const))).values()];
  const files = all.map(({ file }) => file);
  const parted = tested === undefined ? keptBack(rows, seed) : { learn: rows, test: tested.rows };
  mustBeEnough(parted, (tested ?? first).file.name);
  return {
    ...parted,
    files,
    testFiles: tested === undefined ? files : [tested.file],
    scopes,
    isPreference: first.isPreference,
    lacks: first.lacks,
    remarks: scopes.some(({ name }) => name === PUBLIC_SCOPE) ? PUBLIC_REMARKS : [],
  };
}

function mustBeEnough({ learn, test }: Pick<TrainingData, 'learn' | 'test'>, testFile: string): void {
  const honest = onePerGroup(learn.filter(({ outcome }) => outcome === 0));
  if (honest.length < LEAST_GOODS)
    throw new TidewaiterError(
      'TDW_MODEL_DATA',
      `The data have ${String(honest.length)} different goods where nothing was found; ${String(LEAST_GOODS)} are the least to learn from.`,
    );
  const learnt = new Set(learn.map(({ group }) => group));
  if (test.every(({ group }) => learnt.has(group)))
    throw new TidewaiterError('TDW_MODEL_DATA', `${testFile} has no row to measure on that is not learned from.`, {
      location: { file: testFile },
    });
}

function keptBack(rows: readonly LabelledRow[], seed: number): Pick<TrainingData, 'learn' | 'test'> {
  const kept = ({ group }: LabelledRow): boolean => foldOf(group, seed, KEPT_BACK) === 0;
  return { learn: rows.filter((row) => !kept(row)), test: rows.filter(kept) };
}

function madeUp(declarations: number, seed: number): TrainingData {
  const rows = generatedTrade(seed, declarations);
  const text = JSON.stringify(rows);
  const files = [
    {
      name: `made-up trade, ${String(declarations)} declarations of seed ${String(seed)}`,
      bytes: text.length,
      sha256: sha256Hex(text),
      rows: rows.length,
    },
  ];
  return {
    ...keptBack(rows, seed),
    files,
    testFiles: files,
    scopes: GENERATED_SCOPES,
    isPreference: isOwnPreference,
    lacks: [],
    remarks: [
      'All of it is made up by the generator of the demo: the model knows nothing of the world, and must judge nothing but the demo.',
    ],
  };
}
