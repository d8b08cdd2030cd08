import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import { createRng } from '../../../statistics/rng.ts';
import type { LabelSet } from '../../serve/codes/label-set.ts';
import {
  denseFeatures,
  type DenseTables,
  denseWidth,
  emptyEmbeddingRows,
} from '../../serve/features/dense-features.ts';
import { emptySparseFeatures, sparseFeatures } from '../../serve/features/sparse-features.ts';
import type { Row } from '../data/corpus.ts';
import { createDenseStep, type DenseWeights, stepDenseSubheadings, trainingTables } from './dense-training.ts';
import { createSampler, type SourceWeights, thinned } from './sampling.ts';
import { DENSE_BATCH, EMBEDDING_RATE, SUBHEADING_THINNING, THINNING } from './schedule.ts';
import { createSparseStep, type SparseWeights, stepSparseSubheadings } from './sparse-training.ts';

/** One stretch of training: what is drawn, how often, with which steps. */
export interface Phase {
  readonly rows: readonly Row[];
  readonly weights: SourceWeights;
  readonly draws: number;
  readonly rates: { readonly from: number; readonly to: number };
  readonly seed: number;
}

/** Told of every so many texts. */
export type OnProgress = (texts: number) => void;

const TOLD_EVERY = 1024;

/** Moves the sparse head's weights along a phase; they are changed in place. */
export async function trainSparse(
  weights: SparseWeights,
  phase: Phase,
  labels: LabelSet,
  told: OnProgress,
): Promise<void> {
  const rng = createRng(phase.seed);
  const draw = createSampler(phase.rows, phase.weights, rng);
  const step = createSparseStep(weights, labels, rng);
  const features = emptySparseFeatures();
  for (let done = 0; done < phase.draws; done += 1) {
    const { phrases, heading, subheading } = draw();
    sparseFeatures(thinned(phrases, THINNING, rng), features);
    step(features, heading, subheading, rateAt(phase, done));
    if (done % TOLD_EVERY === TOLD_EVERY - 1) await pause(told, TOLD_EVERY);
  }
}

/** Moves the dense head's weights along a phase; they are changed in place. */
export async function trainDense(
  weights: DenseWeights,
  phase: Phase,
  vectors: DenseTables['vectors'],
  labels: LabelSet,
  runtime: Pick<ModelRuntime, 'tf'>,
  told: OnProgress,
): Promise<void> {
  const rng = createRng(phase.seed);
  const draw = createSampler(phase.rows, phase.weights, rng);
  const step = createDenseStep(weights, vectors, labels, runtime, rng);
  for (let done = 0; done < phase.draws; done += DENSE_BATCH) {
    const examples = Array.from({ length: DENSE_BATCH }, () => {
      const { phrases, heading, subheading } = draw();
      return { phrases: thinned(phrases, THINNING, rng), heading, subheading };
    });
    const head = rateAt(phase, done);
    step(examples, { head, embeddings: head * EMBEDDING_RATE });
    if (done % TOLD_EVERY === 0) await pause(told, TOLD_EVERY);
  }
}

/**
 * Moves what both heads know of subheadings within their heading, all else standing still. In the phases before, most of the work goes
 * into headings; a subheading needs more rounds, and they cost little: there are but a handful in a heading.
 */
export async function trainSubheadings(
  { sparse, dense }: { readonly sparse: SparseWeights; readonly dense: DenseWeights },
  phase: SubheadingPhase,
  vectors: DenseTables['vectors'],
  labels: LabelSet,
  told: OnProgress,
): Promise<void> {
  const rng = createRng(phase.seed);
  const draw = createSampler(
    phase.rows.filter(({ subheading }) => subheading >= 0),
    phase.weights,
    rng,
  );
  const features = emptySparseFeatures();
  const shown = emptyEmbeddingRows();
  const tables = trainingTables(dense, vectors);
  const [input, gradient] = [new Float32Array(denseWidth(tables)), new Float32Array(denseWidth(tables))];
  for (const squares of [sparse.subheadingSquares, sparse.subheadingBiasSquares, dense.subheadingSquares])
    squares.fill(0);
  for (let done = 0; done < phase.draws; done += 1) {
    const { phrases, heading, subheading } = draw();
    const seen = thinned(phrases, SUBHEADING_THINNING, rng);
    sparseFeatures(seen, features);
    stepSparseSubheadings(
      sparse,
      features,
      labels,
      heading,
      subheading,
      rateAt({ ...phase, rates: phase.sparse }, done),
    );
    denseFeatures(seen, tables, shown, input, 0);
    stepDenseSubheadings(
      dense,
      labels,
      { phrases: seen, heading, subheading },
      input,
      gradient,
      rateAt({ ...phase, rates: phase.dense }, done),
    );
    if (done % TOLD_EVERY === TOLD_EVERY - 1) await pause(told, TOLD_EVERY);
  }
}

export interface SubheadingPhase extends Omit<Phase, 'rates'> {
  readonly sparse: Phase['rates'];
  readonly dense: Phase['rates'];
}

const rateAt = ({ rates, draws }: Pick<Phase, 'rates' | 'draws'>, done: number): number =>
  rates.from + ((rates.to - rates.from) * done) / draws;

/** Lets the process breathe, so that a progress bar moves and an interruption is heard. */
async function pause(told: OnProgress, texts: number): Promise<void> {
  told(texts);
  await new Promise((resume) => setImmediate(resume));
}
