import { quantise, quantiseRows } from '../../../artefact/quantise.ts';
import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import { hashText } from '../../../statistics/hash.ts';
import { createRng } from '../../../statistics/rng.ts';
import type { WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import type { TrainedClassification } from '../../serve/artefact/trained-classification.ts';
import { type Calibration } from '../../serve/calibration/calibration.ts';
import type { MovedCodes } from '../../serve/codes/declared-codes.ts';
import type { LabelSet } from '../../serve/codes/label-set.ts';
import { createDenseHead } from '../../serve/heads/dense-head.ts';
import { createReader, type Reader } from '../../serve/heads/reader.ts';
import { createSparseHead, type SparseTables } from '../../serve/heads/sparse-head.ts';
import type { VagueModel } from '../../serve/vagueness/vagueness-model.ts';
import { calibrate } from '../calibration/calibrate.ts';
import { type Case, casesOf } from '../calibration/cases.ts';
import { packCases, unpackCases } from '../calibration/kept-cases.ts';
import type { Corpus, Example, Row } from '../data/corpus.ts';
import { foldOf, isTogether } from '../data/split.ts';
import { type DenseWeights, EMBEDDING_DIMENSIONS, EMBEDDING_ROWS, firstDenseWeights } from './dense-training.ts';
import { leaveOutSmall } from './leave-out.ts';
import { pruned } from './prune.ts';
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
import { stage, type StageStore } from './stages.ts';
import { type Told, trainDense, trainSparse, trainSubheadings } from './train-heads.ts';

export interface ClassificationTraining {
  readonly corpus: Corpus;
  readonly labels: LabelSet;
  readonly moved: MovedCodes;
  readonly vectors: WordVectors;
  readonly vague: VagueModel;
  readonly runtime: Pick<ModelRuntime, 'tf'>;
  readonly schedule: Schedule;
  readonly store: StageStore;
  readonly told: Told;
}

/** Wrong codes drawn for each text and distance, to calibrate by. */
const WRONG_CODES = 3;

/** How many texts a run draws in all: what progress is measured by. */
export function textsOf({ sparse, dense, subheadings, folds }: Schedule): number {
  return sparse.base + dense.base + (folds + 1) * (sparse.tuning + sparse.kept + dense.tuning + subheadings);
}

/**
 * Trains both heads on the tariff's own texts, then on descriptions in traders' words. The second step is done once for each fold of
 * the descriptions, without it, so that every description is judged once by heads that never saw it, nor any other of its subheading:
 * that is what the calibration is made of. The heads that are kept have seen all of them. Held-out parts are seen by none.
 */
export async function trainClassification(training: ClassificationTraining): Promise<TrainedClassification> {
  const { corpus, schedule, store } = training;
  const descriptions = corpus.descriptions.filter(({ part }) => part === 'training');
  const base = await stage(store, 'base', () => trainBase(training));
  const cases: Case[] = [];
  for (let fold = 0; fold < schedule.folds; fold += 1) {
    const kept = await stage(store, `fold-${fold}`, () => casesOfFold(training, base, descriptions, fold));
    for (const one of unpackCases(kept.cases)) cases.push({ ...one, text: one.text * schedule.folds + fold });
  }
  const weights = await tuned(training, base, descriptions, schedule.folds);
  return {
    ...headsOf(training, weights),
    subheadings: training.labels.subheadings,
    moved: training.moved,
    vectors: training.vectors,
    vague: training.vague,
    calibration: calibrated(cases, schedule),
  };
}

const calibrated = (cases: readonly Case[], { folds }: Schedule): Calibration =>
  calibrate(cases, (text) => text % folds, folds);

/** Names of both heads' arrays, end to end in one record. */
type HeadWeights = Record<`sparse-${keyof SparseWeights}` | `dense-${keyof DenseWeights}`, Float32Array>;

async function trainBase({
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
async function tuned(
  { corpus, labels, vectors, runtime, schedule, told }: ClassificationTraining,
  base: HeadWeights,
  descriptions: readonly Row[],
  round: number,
): Promise<Parted> {
  const { sparse, dense } = parted(base);
  const rows = [...corpus.base, ...descriptions];
  await trainSparse(
    sparse,
    {
      rows,
      weights: TUNING_WEIGHTS,
      draws: schedule.sparse.tuning,
      rates: SPARSE_RATES.tuning,
      seed: seedOf(schedule, `sparse ${round}`),
    },
    labels,
    told,
  );
  leaveOutSmall(sparse, schedule.keep);
  await trainSparse(
    sparse,
    {
      rows,
      weights: TUNING_WEIGHTS,
      draws: schedule.sparse.kept,
      rates: SPARSE_RATES.kept,
      seed: seedOf(schedule, `kept ${round}`),
    },
    labels,
    told,
  );
  await trainDense(
    dense,
    {
      rows,
      weights: TUNING_WEIGHTS,
      draws: schedule.dense.tuning,
      rates: DENSE_RATES.tuning,
      seed: seedOf(schedule, `dense ${round}`),
    },
    vectors,
    labels,
    runtime,
    told,
  );
  await trainSubheadings(
    { sparse, dense },
    {
      rows,
      weights: SUBHEADING_WEIGHTS,
      draws: schedule.subheadings,
      sparse: SUBHEADING_RATES.sparse,
      dense: SUBHEADING_RATES.dense,
      seed: seedOf(schedule, `subheadings ${round}`),
    },
    vectors,
    labels,
    told,
  );
  return { sparse, dense };
}

async function casesOfFold(
  training: ClassificationTraining,
  base: HeadWeights,
  descriptions: readonly Example[],
  fold: number,
): Promise<{ readonly cases: Float32Array }> {
  const { folds } = training.schedule;
  const heads = headsOf(
    training,
    await tuned(
      training,
      base,
      descriptions.filter(({ description, code }) => foldOf(description, code, folds) !== fold),
      fold,
    ),
  );
  const { read, release } = readerOf(training, heads);
  const judged = descriptions.filter(({ description, code }) => foldOf(description, code, folds) === fold);
  const cases = casesOf(
    judged.map((one) => ({ ...one, isHard: isHard(one) })),
    read,
    training.labels,
    WRONG_CODES,
    seedOf(training.schedule, `wrong codes ${fold}`),
  );
  release();
  return { cases: packCases(cases) };
}

/** A search reference of a subheading of which the heads saw no other description: of the texts that there are, the least like any. */
const isHard = ({ source, code }: Example): boolean => source === 'search-reference' && isTogether(code);

function readerOf(
  { labels, vectors, runtime }: ClassificationTraining,
  { sparse, dense }: Pick<TrainedClassification, 'sparse' | 'dense'>,
): { readonly read: Reader; readonly release: () => void } {
  const heads = {
    sparse: createSparseHead(sparse, labels, runtime),
    dense: createDenseHead({ ...dense, tables: { vectors, embeddings: dense.embeddings } }, labels, runtime),
  };
  return {
    read: createReader(heads, labels),
    release: () => {
      heads.dense.release();
      heads.sparse.release();
    },
  };
}

/** The heads as they are shipped: pruned, and in a byte a number. */
function headsOf(
  { labels, vectors, schedule }: ClassificationTraining,
  { sparse, dense }: Parted,
): { readonly sparse: SparseTables; readonly dense: TrainedClassification['dense'] } {
  const width = vectors.dimensions + EMBEDDING_DIMENSIONS;
  const subheadings = quantiseRows({ shape: [labels.subheadings.length, width], values: dense.subheadings });
  const embeddings = quantise({ shape: [EMBEDDING_ROWS, EMBEDDING_DIMENSIONS], values: dense.embeddings });
  return {
    sparse: pruned(sparse, schedule.keep),
    dense: {
      embeddings: {
        rows: EMBEDDING_ROWS,
        dimensions: EMBEDDING_DIMENSIONS,
        values: embeddings.values,
        scale: embeddings.scale as number,
      },
      headings: dense.headings,
      headingBias: dense.headingBias,
      subheadings: subheadings.values,
      subheadingScales: subheadings.scale as Float32Array,
      subheadingBias: dense.subheadingBias,
    },
  };
}

interface Parted {
  readonly sparse: SparseWeights;
  readonly dense: DenseWeights;
}

function joined(sparse: SparseWeights, dense: DenseWeights): HeadWeights {
  const named = (head: string, arrays: object): [string, Float32Array][] =>
    (Object.entries(arrays) as [string, Float32Array][]).map(([name, values]) => [`${head}-${name}`, values]);
  return Object.fromEntries([...named('sparse', sparse), ...named('dense', dense)]) as HeadWeights;
}

function parted(weights: HeadWeights): Parted {
  const of = (head: string): Record<string, Float32Array> =>
    Object.fromEntries(
      Object.entries(weights)
        .filter(([name]) => name.startsWith(head))
        .map(([name, values]) => [name.slice(head.length), values.slice()]),
    );
  return { sparse: of('sparse-') as unknown as SparseWeights, dense: of('dense-') as unknown as DenseWeights };
}

const seedOf = ({ seed }: Schedule, what: string): number => hashText(what, seed) | 0;
