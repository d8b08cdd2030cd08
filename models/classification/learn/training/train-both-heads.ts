import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import { hashText } from '../../../statistics/hash.ts';
import { createRng } from '../../../statistics/rng.ts';
import type { WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import type { MovedCodes } from '../../serve/codes/declared-codes.ts';
import type { LabelSet } from '../../serve/codes/label-set.ts';
import type { VaguenessModel } from '../../serve/vagueness/vagueness-model.ts';
import type { Corpus, Row } from '../data/corpus.ts';
import type { DenseWeights } from './dense-training.ts';
import { EMBEDDING_DIMENSIONS, firstDenseWeights } from './dense-training.ts';
import { leaveOutSmall } from './prune.ts';
import {
  BASE_WEIGHTS,
  DENSE_RATES,
  type Schedule,
  SPARSE_RATES,
  SUBHEADING_RATES,
  SUBHEADING_WEIGHTS,
  TUNING_WEIGHTS,
} from './schedule.ts';
import { emptySparseWeights, type SparseWeights } from './sparse-training.ts';
import type { StageStore } from './stages.ts';
import type { OnProgress, Phase } from './train-heads.ts';
import { trainDense, trainSparse, trainSubheadings } from './train-heads.ts';

export interface ClassificationTraining {
  readonly corpus: Corpus;
  readonly labels: LabelSet;
  readonly moved: MovedCodes;
  readonly vectors: WordVectors;
  readonly vague: VaguenessModel;
  readonly runtime: Pick<ModelRuntime, 'tf'>;
  readonly schedule: Schedule;
  readonly store: StageStore;
  readonly told: OnProgress;
}

/** Names of both heads' arrays, end to end in one record. */
export type HeadWeights = Record<`sparse-${keyof SparseWeights}` | `dense-${keyof DenseWeights}`, Float32Array>;

export async function trainBase({
  corpus,
  labels,
  vectors,
  runtime,
  schedule,
  told,
}: ClassificationTraining): Promise<HeadWeights> {
  const sparse = emptySparseWeights(labels);
  await trainSparse(
    sparse,
    {
      rows: corpus.base,
      weights: BASE_WEIGHTS,
      draws: schedule.sparse.base,
      rates: SPARSE_RATES.base,
      seed: seedOf(schedule, 'base sparse'),
    },
    labels,
    told,
  );
  const dense = firstDenseWeights(
    labels,
    vectors.dimensions + EMBEDDING_DIMENSIONS,
    createRng(seedOf(schedule, 'first weights')),
  );
  await trainDense(
    dense,
    {
      rows: corpus.base,
      weights: BASE_WEIGHTS,
      draws: schedule.dense.base,
      rates: DENSE_RATES.base,
      seed: seedOf(schedule, 'base dense'),
    },
    vectors,
    labels,
    runtime,
    told,
  );
  return joined(sparse, dense);
}

/** Copies of the base heads, moved on with these descriptions among the tariff's texts. */
export async function tuned(
  training: ClassificationTraining,
  base: HeadWeights,
  descriptions: readonly Row[],
  round: number,
): Promise<Parted> {
  const { sparse, dense } = parted(base);
  const rows = [...training.corpus.base, ...descriptions];
  await tuneSparse(training, sparse, rows, round);
  await tuneDense(training, dense, rows, round);
  await tuneSubheadings(training, { sparse, dense }, rows, round);
  return { sparse, dense };
}

/** Tunes the sparse head, keeps its largest weights, and lets those make up for the others. */
async function tuneSparse(
  { labels, schedule, told }: ClassificationTraining,
  sparse: SparseWeights,
  rows: readonly Row[],
  round: number,
): Promise<void> {
  const phase = (draws: number, rates: Phase['rates'], name: string): Phase => ({
    rows,
    weights: TUNING_WEIGHTS,
    draws,
    rates,
    seed: seedOf(schedule, `${name} ${round}`),
  });
  await trainSparse(sparse, phase(schedule.sparse.tuning, SPARSE_RATES.tuning, 'sparse'), labels, told);
  leaveOutSmall(sparse, schedule.keep);
  await trainSparse(sparse, phase(schedule.sparse.kept, SPARSE_RATES.kept, 'kept'), labels, told);
}

async function tuneDense(
  { labels, vectors, runtime, schedule, told }: ClassificationTraining,
  dense: DenseWeights,
  rows: readonly Row[],
  round: number,
): Promise<void> {
  const phase = {
    rows,
    weights: TUNING_WEIGHTS,
    draws: schedule.dense.tuning,
    rates: DENSE_RATES.tuning,
    seed: seedOf(schedule, `dense ${round}`),
  };
  await trainDense(dense, phase, vectors, labels, runtime, told);
}

async function tuneSubheadings(
  { labels, vectors, schedule, told }: ClassificationTraining,
  heads: Parted,
  rows: readonly Row[],
  round: number,
): Promise<void> {
  const phase = {
    rows,
    weights: SUBHEADING_WEIGHTS,
    draws: schedule.subheadings,
    sparse: SUBHEADING_RATES.sparse,
    dense: SUBHEADING_RATES.dense,
    seed: seedOf(schedule, `subheadings ${round}`),
  };
  await trainSubheadings(heads, phase, vectors, labels, told);
}

export interface Parted {
  readonly sparse: SparseWeights;
  readonly dense: DenseWeights;
}

export function joined(sparse: SparseWeights, dense: DenseWeights): HeadWeights {
  const named = (head: string, arrays: object): [string, Float32Array][] =>
    (Object.entries(arrays) as [string, Float32Array][]).map(([name, values]) => [`${head}-${name}`, values]);
  return Object.fromEntries([...named('sparse', sparse), ...named('dense', dense)]) as HeadWeights;
}

export function parted(weights: HeadWeights): Parted {
  const of = (head: string): Record<string, Float32Array> =>
    Object.fromEntries(
      Object.entries(weights)
        .filter(([name]) => name.startsWith(head))
        .map(([name, values]) => [name.slice(head.length), values.slice()]),
    );
  return { sparse: of('sparse-') as unknown as SparseWeights, dense: of('dense-') as unknown as DenseWeights };
}

export const seedOf = ({ seed }: Schedule, what: string): number => hashText(what, seed) | 0;
