import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import type { Rng } from '../../../statistics/rng.ts';
import type { LabelSet } from '../../serve/codes/label-set.ts';
import {
  denseFeatures,
  type DenseTables,
  denseWidth,
  type EmbeddingRows,
  emptyEmbeddingRows,
} from '../../serve/features/dense-features.ts';
import type { Word } from '../../serve/features/lexicon.ts';
import { softmaxInPlace } from '../../serve/heads/probability.ts';
import { type ActiveClasses, activeClasses, emptyActiveClasses } from './active-classes.ts';
import { denseProbabilities } from './dense-probabilities.ts';

/** Weights of the dense head while they are learnt; Adagrad with one sum of squares a row, so that a row keeps its direction. */
export interface DenseWeights {
  /** Headings × width. */
  readonly headings: Float32Array;
  readonly headingSquares: Float32Array;
  readonly headingBias: Float32Array;
  readonly headingBiasSquares: Float32Array;
  /** Subheadings × width. */
  readonly subheadings: Float32Array;
  readonly subheadingSquares: Float32Array;
  readonly subheadingBias: Float32Array;
  readonly embeddings: Float32Array;
  readonly embeddingSquares: Float32Array;
}

export interface DenseExample {
  readonly phrases: readonly (readonly Word[])[];
  readonly heading: number;
  readonly subheading: number;
}

export interface DenseRates {
  readonly head: number;
  readonly embeddings: number;
}

export const EMBEDDING_ROWS = 2 ** 16;
export const EMBEDDING_DIMENSIONS = 64;
const EASE = 1e-3;
const HEADING_BIAS_SHARE = 0.3;
const SUBHEADING_BIAS_SHARE = 0.5;
/** How much of the subheading's gradient reaches the embeddings, against the heading's. */
const SUBHEADING_SHARE = 0.5;
/** Share of texts shown without their embeddings: the head learns to do with the distilled vectors alone, as it must for words that training never met. */
const HIDDEN_SHARE = 0.25;
const FIRST_WEIGHTS = 0.02;

export function firstDenseWeights({ headings, subheadings }: LabelSet, width: number, rng: Rng): DenseWeights {
  const spread = (count: number, size: number): Float32Array =>
    Float32Array.from({ length: count }, () => (rng() - 0.5) * size);
  return {
    headings: spread(headings.length * width, FIRST_WEIGHTS),
    headingSquares: new Float32Array(headings.length),
    headingBias: new Float32Array(headings.length),
    headingBiasSquares: new Float32Array(headings.length),
    subheadings: new Float32Array(subheadings.length * width),
    subheadingSquares: new Float32Array(subheadings.length),
    subheadingBias: new Float32Array(subheadings.length),
    // Zero, so that words which training never met add nothing.
    embeddings: new Float32Array(EMBEDDING_ROWS * EMBEDDING_DIMENSIONS),
    embeddingSquares: new Float32Array(EMBEDDING_ROWS),
  };
}

/** Takes one step for a batch: probabilities by TensorFlow, gradients only of the classes that matter, in typed arrays. */
export type DenseStep = (examples: readonly DenseExample[], rates: DenseRates) => void;

export function createDenseStep(
  weights: DenseWeights,
  vectors: DenseTables['vectors'],
  labels: LabelSet,
  { tf }: Pick<ModelRuntime, 'tf'>,
  rng: Rng,
): DenseStep {
  const tables = trainingTables(weights, vectors);
  const width = denseWidth(tables);
  const active = emptyActiveClasses(labels.headings.length);
  const gradient = new Float32Array(width);
  return (examples, rates) => {
    const inputs = new Float32Array(examples.length * width);
    const shown = examples.map(({ phrases }, index) => {
      const rows = emptyEmbeddingRows();
      denseFeatures(phrases, tables, rows, inputs, index * width);
      if (rng() < HIDDEN_SHARE)
        hide(rows, inputs.subarray((index + 1) * width - EMBEDDING_DIMENSIONS, (index + 1) * width));
      return rows;
    });
    const probabilities = denseProbabilities(
      tf,
      { weights: weights.headings, bias: weights.headingBias, width },
      inputs,
      examples.length,
    );
    examples.forEach((example, index) => {
      const input = inputs.subarray(index * width, (index + 1) * width);
      activeClasses(
        probabilities,
        index * labels.headings.length,
        labels.headings.length,
        example.heading,
        rng,
        active,
      );
      gradient.fill(0);
      stepHeadings(weights, active, input, gradient, rates.head);
      if (example.subheading >= 0) stepDenseSubheadings(weights, labels, example, input, gradient, rates.head);
      stepEmbeddings(weights, shown[index]!, gradient.subarray(width - EMBEDDING_DIMENSIONS), rates.embeddings);
    });
  };
}

function hide(rows: EmbeddingRows, part: Float32Array): void {
  part.fill(0);
  rows.count = 0;
}

export function trainingTables({ embeddings }: DenseWeights, vectors: DenseTables['vectors']): DenseTables {
  return {
    vectors,
    embeddings: { dimensions: EMBEDDING_DIMENSIONS, rows: EMBEDDING_ROWS, values: embeddings, scale: 1 },
  };
}

function stepHeadings(
  weights: DenseWeights,
  active: ActiveClasses,
  input: Float32Array,
  gradient: Float32Array,
  rate: number,
): void {
  const size = meanSquare(input);
  for (let k = 0; k < active.count; k += 1) {
    const heading = active.classes[k]!;
    const slope = active.gradients[k]!;
    weights.headingSquares[heading] = weights.headingSquares[heading]! + slope * slope * size;
    descendRow(
      weights.headings,
      heading,
      slope,
      rate / (Math.sqrt(weights.headingSquares[heading]) + EASE),
      input,
      gradient,
      1,
    );
    weights.headingBiasSquares[heading] = weights.headingBiasSquares[heading]! + slope * slope;
    weights.headingBias[heading] =
      weights.headingBias[heading]! -
      (HEADING_BIAS_SHARE * rate * slope) / (Math.sqrt(weights.headingBiasSquares[heading]) + EASE);
  }
}

/** Moves the subheadings of the example's heading, and adds to the gradient of its input. */
export function stepDenseSubheadings(
  weights: DenseWeights,
  { firstOf }: LabelSet,
  { heading, subheading }: DenseExample,
  input: Float32Array,
  gradient: Float32Array,
  rate: number,
): void {
  const first = firstOf[heading]!;
  const probabilities = new Float64Array(firstOf[heading + 1]! - first);
  if (probabilities.length < 2) return;
  for (let s = 0; s < probabilities.length; s += 1)
    probabilities[s] =
      weights.subheadingBias[first + s]! + product(weights.subheadings, (first + s) * input.length, input);
  softmaxInPlace(probabilities, 0, probabilities.length);
  const size = meanSquare(input);
  for (let s = 0; s < probabilities.length; s += 1) {
    const slope = probabilities[s]! - (first + s === subheading ? 1 : 0);
    const at = first + s;
    weights.subheadingSquares[at] = weights.subheadingSquares[at]! + slope * slope * size;
    const step = rate / (Math.sqrt(weights.subheadingSquares[at]) + EASE);
    descendRow(weights.subheadings, at, slope, step, input, gradient, SUBHEADING_SHARE);
    weights.subheadingBias[at] = weights.subheadingBias[at]! - SUBHEADING_BIAS_SHARE * step * slope;
  }
}

/** Adds share × slope × row to the gradient of the input, then moves the row against slope × input. */
function descendRow(
  rows: Float32Array,
  row: number,
  slope: number,
  step: number,
  input: Float32Array,
  gradient: Float32Array,
  share: number,
): void {
  const start = row * input.length;
  for (let d = 0; d < input.length; d += 1) {
    const weight = rows[start + d]!;
    gradient[d] = gradient[d]! + share * slope * weight;
    rows[start + d] = weight - step * slope * input[d]!;
  }
}

function stepEmbeddings(
  { embeddings, embeddingSquares }: DenseWeights,
  { count, rows, weights }: EmbeddingRows,
  gradient: Float32Array,
  rate: number,
): void {
  const size = meanSquare(gradient);
  for (let i = 0; i < count; i += 1) {
    const row = rows[i]!;
    const weight = weights[i]!;
    embeddingSquares[row] = embeddingSquares[row]! + weight * weight * size;
    const step = (rate * weight) / (Math.sqrt(embeddingSquares[row]) + EASE);
    const start = row * EMBEDDING_DIMENSIONS;
    for (let d = 0; d < EMBEDDING_DIMENSIONS; d += 1)
      embeddings[start + d] = embeddings[start + d]! - step * gradient[d]!;
  }
}

/** Sum of products of a row, beginning at `start`, with an input. */
export function product(rows: Float32Array, start: number, input: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < input.length; d += 1) sum += rows[start + d]! * input[d]!;
  return sum;
}

function meanSquare(values: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < values.length; d += 1) sum += values[d]! * values[d]!;
  return sum / values.length;
}
