import type { Rng } from '../../../statistics/rng.ts';
import type { LabelSet } from '../../serve/codes/label-set.ts';
import { SPARSE_BUCKETS } from '../../serve/features/lexicon.ts';
import { type SparseFeatures, SUBHEADING_BUCKETS, subheadingBucket } from '../../serve/features/sparse-features.ts';
import { softmaxInPlace } from '../../serve/heads/probability.ts';
import { activeClasses, emptyActiveClasses } from './active-classes.ts';

/** Weights of the sparse head while they are learnt, each with the sum of its squared gradients (Adagrad: Duchi, Hazan and Singer, 2011). */
export interface SparseWeights {
  /** Buckets × headings. */
  readonly headings: Float32Array;
  readonly headingSquares: Float32Array;
  readonly headingBias: Float32Array;
  readonly headingBiasSquares: Float32Array;
  readonly subheadings: Float32Array;
  readonly subheadingSquares: Float32Array;
  readonly subheadingBias: Float32Array;
  readonly subheadingBiasSquares: Float32Array;
}

/** Squared gradients begin here, so that the first step is no leap. */
const EASE = 1e-2;
const BIAS_SHARE = 0.2;

export function emptySparseWeights({ headings, subheadings }: LabelSet): SparseWeights {
  const many = SPARSE_BUCKETS * headings.length;
  return {
    headings: new Float32Array(many),
    headingSquares: new Float32Array(many),
    headingBias: new Float32Array(headings.length),
    headingBiasSquares: new Float32Array(headings.length),
    subheadings: new Float32Array(SUBHEADING_BUCKETS),
    subheadingSquares: new Float32Array(SUBHEADING_BUCKETS),
    subheadingBias: new Float32Array(subheadings.length),
    subheadingBiasSquares: new Float32Array(subheadings.length),
  };
}

/** Takes one text's step down the cross-entropy of its heading, and of its subheading within the heading where it is known (−1 where not). */
export type SparseStep = (features: SparseFeatures, heading: number, subheading: number, rate: number) => void;

export function createSparseStep(weights: SparseWeights, labels: LabelSet, rng: Rng): SparseStep {
  const classes = labels.headings.length;
  const probabilities = new Float32Array(classes);
  const active = emptyActiveClasses(classes);
  return (features, heading, subheading, rate) => {
    headingLogits(weights, features, probabilities);
    softmaxInPlace(probabilities, 0, classes);
    activeClasses(probabilities, 0, classes, heading, rng, active);
    stepHeadings(weights, features, active, classes, rate);
    if (subheading >= 0) stepSparseSubheadings(weights, features, labels, heading, subheading, rate);
  };
}

/** Logits of all headings: four buckets at a time, because reading and writing the sums costs more than adding. */
export function headingLogits(
  { headings, headingBias }: Pick<SparseWeights, 'headings' | 'headingBias'>,
  { buckets, values, count }: SparseFeatures,
  into: Float32Array,
): void {
  into.set(headingBias);
  const classes = headingBias.length;
  let i = 0;
  for (; i + 3 < count; i += 4) addFour(headings, classes, buckets, values, i, into);
  for (; i < count; i += 1) {
    const row = buckets[i]! * classes;
    for (let j = 0; j < classes; j += 1) into[j] = into[j]! + values[i]! * headings[row + j]!;
  }
}

function addFour(
  weights: Float32Array,
  classes: number,
  buckets: Int32Array,
  values: Float32Array,
  i: number,
  into: Float32Array,
): void {
  const [a, b, c, d] = [
    buckets[i]! * classes,
    buckets[i + 1]! * classes,
    buckets[i + 2]! * classes,
    buckets[i + 3]! * classes,
  ];
  const [va, vb, vc, vd] = [values[i]!, values[i + 1]!, values[i + 2]!, values[i + 3]!];
  for (let j = 0; j < classes; j += 1)
    into[j] = into[j]! + va * weights[a + j]! + vb * weights[b + j]! + vc * weights[c + j]! + vd * weights[d + j]!;
}

function stepHeadings(
  weights: SparseWeights,
  { buckets, values, count }: SparseFeatures,
  active: ReturnType<typeof emptyActiveClasses>,
  classes: number,
  rate: number,
): void {
  const { headings, headingSquares, headingBias, headingBiasSquares } = weights;
  for (let i = 0; i < count; i += 1) {
    const row = buckets[i]! * classes;
    const value = values[i]!;
    for (let k = 0; k < active.count; k += 1)
      descend(headings, headingSquares, row + active.classes[k]!, active.gradients[k]! * value, rate);
  }
  for (let k = 0; k < active.count; k += 1)
    descend(headingBias, headingBiasSquares, active.classes[k]!, BIAS_SHARE * active.gradients[k]!, rate);
}

/** Takes one text's step in the subheadings of its heading alone. */
export function stepSparseSubheadings(
  weights: SparseWeights,
  features: SparseFeatures,
  { firstOf }: LabelSet,
  heading: number,
  subheading: number,
  rate: number,
): void {
  const first = firstOf[heading]!;
  const count = firstOf[heading + 1]! - first;
  if (count < 2) return;
  const probabilities = new Float64Array(count);
  for (let s = 0; s < count; s += 1) probabilities[s] = subheadingLogit(weights, features, first + s);
  softmaxInPlace(probabilities, 0, count);
  for (let s = 0; s < count; s += 1) {
    const gradient = probabilities[s]! - (first + s === subheading ? 1 : 0);
    for (let i = 0; i < features.words; i += 1)
      descend(
        weights.subheadings,
        weights.subheadingSquares,
        subheadingBucket(features.buckets[i]!, first + s),
        gradient * features.values[i]!,
        rate,
      );
    descend(weights.subheadingBias, weights.subheadingBiasSquares, first + s, gradient, rate / 2);
  }
}

function subheadingLogit(
  { subheadings, subheadingBias }: SparseWeights,
  { words, buckets, values }: SparseFeatures,
  subheading: number,
): number {
  let logit = subheadingBias[subheading]!;
  for (let i = 0; i < words; i += 1) logit += values[i]! * subheadings[subheadingBucket(buckets[i]!, subheading)]!;
  return logit;
}

function descend(weights: Float32Array, squares: Float32Array, at: number, gradient: number, rate: number): void {
  const sum = squares[at]! + gradient * gradient;
  squares[at] = sum;
  weights[at] = weights[at]! - (rate * gradient) / (Math.sqrt(sum) + EASE);
}
