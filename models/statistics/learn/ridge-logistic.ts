import type { Columns } from '../boosted-trees.ts';
import { quantile } from '../ranks.ts';

/** Logistic regression with a ridge, by Newton's steps: the plain model that boosted trees have to beat. */
export interface RidgeLogistic {
  readonly weights: Float64Array;
  /** Per feature: what stands in for an unknown value, and mean and spread. */
  readonly fill: Float64Array;
  readonly mean: Float64Array;
  readonly spread: Float64Array;
}

const RIDGE = 1;
const STEPS = 12;

export function fitRidgeLogistic(columns: Columns, positive: ArrayLike<number>): RidgeLogistic {
  const known = columns.map((column) => column.filter((value) => !Number.isNaN(value)).sort());
  const fill = Float64Array.from(known, (values) => quantile(values, 0.5) || 0);
  const mean = Float64Array.from(
    known,
    (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length),
  );
  const spread = Float64Array.from(
    known,
    (values, at) =>
      Math.sqrt(values.reduce((sum, value) => sum + (value - mean[at]!) ** 2, 0) / Math.max(1, values.length)) || 1,
  );
  const model = { weights: new Float64Array(columns.length + 1), fill, mean, spread };
  for (let step = 0; step < STEPS; step += 1) newtonStep(model, columns, positive);
  return model;
}

/** Moves the weights, which the fit owns, to where the gradient would vanish if the loss were a parabola. */
function newtonStep(model: RidgeLogistic, columns: Columns, positive: ArrayLike<number>): void {
  const size = model.weights.length;
  const gradient = Float64Array.from(model.weights, (weight, at) => (at === 0 ? 0 : RIDGE * weight));
  const curvature = Array.from({ length: size }, (_, at) =>
    Float64Array.from({ length: size }, (__, other) => (at === other && at > 0 ? RIDGE : 0)),
  );
  const row = new Float64Array(size);
  for (let at = 0; at < positive.length; at += 1) {
    read(model, columns, at, row);
    const probability = 1 / (1 + Math.exp(-dot(model.weights, row)));
    const certainty = Math.max(1e-6, probability * (1 - probability));
    for (let i = 0; i < size; i += 1) {
      gradient[i]! += (probability - positive[at]!) * row[i]!;
      for (let j = 0; j <= i; j += 1) curvature[i]![j]! += certainty * row[i]! * row[j]!;
    }
  }
  for (let i = 0; i < size; i += 1) for (let j = i + 1; j < size; j += 1) curvature[i]![j] = curvature[j]![i]!;
  const move = solve(curvature, gradient);
  for (let at = 0; at < size; at += 1) model.weights[at]! -= move[at]!;
}

/** Log-odds of many rows. */
export function ridgeLogOdds(model: RidgeLogistic, columns: Columns): Float64Array {
  const row = new Float64Array(model.weights.length);
  return Float64Array.from(columns[0] ?? [], (_, at) => {
    read(model, columns, at, row);
    return dot(model.weights, row);
  });
}

function read({ fill, mean, spread }: RidgeLogistic, columns: Columns, at: number, into: Float64Array): void {
  into[0] = 1;
  for (let feature = 0; feature < columns.length; feature += 1) {
    const value = columns[feature]![at]!;
    into[feature + 1] = ((Number.isNaN(value) ? fill[feature]! : value) - mean[feature]!) / spread[feature]!;
  }
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** Solves a symmetric positive system by Gauss's elimination. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, at) => Float64Array.of(...row, right[at]!));
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let below = pivot + 1; below < size; below += 1) {
      const factor = rows[below]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= size; column += 1) rows[below]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  const result = new Float64Array(size);
  for (let at = size - 1; at >= 0; at -= 1) {
    let rest = rows[at]![size]!;
    for (let column = at + 1; column < size; column += 1) rest -= rows[at]![column]! * result[column]!;
    result[at] = rest / rows[at]![at]!;
  }
  return result;
}
