import type { ModelRuntime } from '../../../artefact/trained-model.ts';

/** A linear layer: one row of weights and one bias a heading. */
export interface DenseLayer {
  /** Headings × width. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly width: number;
}

/** Probability of every heading for each input, by TensorFlow: inputs are count × width, the answer is count × headings. */
export function denseProbabilities(
  tf: ModelRuntime['tf'],
  { weights, bias, width }: DenseLayer,
  inputs: Float32Array,
  count: number,
): Float32Array {
  const softmax = tf.tidy(() => {
    const rows = tf.tensor2d(weights, [bias.length, width]);
    return tf.softmax(tf.add(tf.matMul(tf.tensor2d(inputs, [count, width]), rows, false, true), tf.tensor1d(bias)));
  });
  // Outside of tidy, which would look for tensors in every number of an array that it is given back.
  const probabilities = softmax.dataSync<'float32'>();
  softmax.dispose();
  return probabilities;
}
