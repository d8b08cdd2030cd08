import { probabilityOf } from '../boosted-trees.ts';
import { shuffle } from '../rng.ts';

/** Examples of a linear classifier, each a list of places and values: those of example i stand from starts[i] up to starts[i + 1]. */
export interface Examples {
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly values: Float32Array;
  /** 1 or 0. */
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

export interface SparseLogisticOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every weight towards zero for each example that shows it. */
  readonly pull: number;
  /** Uniform numbers in [0, 1). */
  readonly rng: () => number;
}

const EPSILON = 1e-8;

/** Logistic regression by Adagrad, one example at a time, the rate falling to nothing. Place `size` − 1 is for the constant, which every example has. */
export function fitSparseLogistic(
  examples: Examples,
  size: number,
  { epochs, rate, pull, rng }: SparseLogisticOptions,
): Float32Array {
  const count = examples.labels.length;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(EPSILON);
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let step = 0; step < epochs * count; step += 1) {
    if (step % count === 0) shuffle(order, rng);
    const example = order[step % count]!;
    const error =
      (probabilityOf(logitOf(examples, example, weights)) - examples.labels[example]!) * examples.weights[example]!;
    const now = rate * (1 - step / (epochs * count));
    for (let at = examples.starts[example]!; at < examples.starts[example + 1]!; at += 1) {
      const place = examples.places[at]!;
      const gradient = error * examples.values[at]! + pull * weights[place]!;
      squares[place] = squares[place]! + gradient * gradient;
      weights[place] = weights[place]! - (now * gradient) / Math.sqrt(squares[place]);
    }
  }
  return weights;
}

export function logitOf({ starts, places, values }: Examples, example: number, weights: Float32Array): number {
  let sum = 0;
  for (let at = starts[example]!; at < starts[example + 1]!; at += 1) sum += weights[places[at]!]! * values[at]!;
  return sum;
}
