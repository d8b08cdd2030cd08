import type { TensorFlow } from './tensorflow.ts';

/** Whether the backend in use multiplies and sums: [[1, 2], [3, 4]] · I sums to 10. */
export function computesRightly(tf: TensorFlow): boolean {
  const sum = tf.tidy(
    () =>
      tf
        .sum(
          tf.matMul(
            tf.tensor2d([
              [1, 2],
              [3, 4],
            ]),
            tf.eye(2),
          ),
        )
        .dataSync()[0],
  );
  return sum === 10;
}
