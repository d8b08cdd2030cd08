import type { Rng } from '../../../statistics/rng.ts';

/** Classes whose gradient is worth a step, the first `count` of each array. */
export interface ActiveClasses {
  count: number;
  readonly classes: Int32Array;
  readonly gradients: Float32Array;
}

/** Below this a gradient is drawn: kept at this size with the probability that keeps its expectation. */
const SMALL = 0.1;

export function emptyActiveClasses(classes: number): ActiveClasses {
  return { count: 0, classes: new Int32Array(classes), gradients: new Float32Array(classes) };
}

/**
 * The gradient of the cross-entropy in the logits (probability minus target) as a sparse vector without bias: of a thousand
 * headings a text touches a few dozen, and the steps for the rest would be wasted.
 * @param probabilities softmax, of which the slice from `offset` is this text's
 */
export function activeClasses(
  probabilities: Float32Array,
  offset: number,
  length: number,
  target: number,
  rng: Rng,
  into: ActiveClasses,
): void {
  const { classes, gradients } = into;
  let count = 0;
  for (let j = 0; j < length; j += 1) {
    const gradient = probabilities[offset + j]! - (j === target ? 1 : 0);
    const size = Math.abs(gradient);
    if (size >= SMALL) {
      classes[count] = j;
      gradients[count] = gradient;
      count += 1;
    } else if (size > 1e-6 && rng() * SMALL < size) {
      classes[count] = j;
      gradients[count] = gradient > 0 ? SMALL : -SMALL;
      count += 1;
    }
  }
  into.count = count;
}
