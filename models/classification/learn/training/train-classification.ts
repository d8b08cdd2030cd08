import { quantise, quantiseRows } from '../../../artefact/quantise.ts';
import type { TrainedClassification } from '../../serve/artefact/trained-classification.ts';
import { createDenseHead } from '../../serve/heads/dense-head.ts';
import { createReader, type Reader } from '../../serve/heads/reader.ts';
import { createSparseHead, type SparseTables } from '../../serve/heads/sparse-head.ts';
import { calibrate } from '../calibration/calibrate.ts';
import { type Case, casesOf } from '../calibration/cases.ts';
import { packCases, unpackCases } from '../calibration/kept-cases.ts';
import type { Example } from '../data/corpus.ts';
import { foldOf, isTogether } from '../data/split.ts';
import { EMBEDDING_DIMENSIONS, EMBEDDING_ROWS } from './dense-training.ts';
import { pruned } from './prune.ts';
import { type Schedule } from './schedule.ts';
import { stage } from './stages.ts';
import type { ClassificationTraining, HeadWeights } from './train-both-heads.ts';
import { joined, type Parted, parted, seedOf, trainBase, tuned } from './train-both-heads.ts';

/** Wrong codes drawn for each text, to calibrate by. */
const WRONG_CODES = { plausible: 6, distant: 2 } as const;
/** The trees are fitted in so many parts, so that none scores a text that it saw. */
const PARTS = 5;

/** How many texts a run draws in all: what progress is measured by. */
export function textsOf({ sparse, dense, subheadings, judged }: Schedule): number {
  return sparse.base + dense.base + (judged + 1) * (sparse.tuning + sparse.kept + dense.tuning + subheadings);
}

/**
 * Trains both heads on the tariff's own texts, then on descriptions in traders' words. The second step is done once for each of some
 * folds of the descriptions, without it, so that its descriptions are judged by heads that never saw them: that is what the calibration is made of. The heads that are kept have seen all of them. Held-out parts are seen by none.
 */
export async function trainClassification(training: ClassificationTraining): Promise<TrainedClassification> {
  const { corpus, schedule, store } = training;
  const descriptions = corpus.descriptions.filter(({ part }) => part === 'training');
  const base = await stage(store, 'base', () => trainBase(training));
  const cases: Case[] = [];
  for (let fold = 0; fold < schedule.judged; fold += 1) {
    const kept = await stage(store, `fold-${fold}`, () => casesOfFold(training, base, descriptions, fold));
    for (const one of unpackCases(kept.cases)) cases.push({ ...one, text: one.text * schedule.folds + fold });
  }
  const weights = await stage(store, 'tuned', () => tunedWeights(training, base, descriptions, schedule.folds));
  return {
    ...headsOf(training, parted(weights)),
    subheadings: training.labels.subheadings,
    moved: training.moved,
    vectors: training.vectors,
    vague: training.vague,
    calibration: calibrate(cases, (text) => Math.floor(text / schedule.folds) % PARTS, PARTS),
  };
}

async function tunedWeights(
  training: ClassificationTraining,
  base: HeadWeights,
  descriptions: readonly Example[],
  round: number,
): Promise<HeadWeights> {
  const { sparse, dense } = await tuned(training, base, descriptions, round);
  return joined(sparse, dense);
}

async function casesOfFold(
  training: ClassificationTraining,
  base: HeadWeights,
  descriptions: readonly Example[],
  fold: number,
): Promise<{ readonly cases: Float32Array }> {
  const { folds } = training.schedule;
  const others = descriptions.filter(({ description, code }) => foldOf(description, code, folds) !== fold);
  const weights = await stage(training.store, `fold-${String(fold)}-heads`, () =>
    tunedWeights(training, base, others, fold),
  );
  const heads = headsOf(training, parted(weights));
  const { read, release } = readerOf(training, heads);
  const judged = descriptions.filter(({ description, code }) => foldOf(description, code, folds) === fold);
  const cases = casesOf(
    judged.map((one) => ({ ...one, isApart: isTogether(one.code) })),
    read,
    training.labels,
    WRONG_CODES,
    seedOf(training.schedule, `wrong codes ${fold}`),
  );
  release();
  return { cases: packCases(cases) };
}

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
