/**
 * Makes gradients known, for training: `tf.variableGrads`, `tf.grad`, `optimizer.minimize`. Core's own package for Node comes without them; the
 * layers package brings them along. Inference needs none, so that a running process loads none.
 */
export async function loadGradients(): Promise<void> {
  await import('@tensorflow/tfjs-layers');
}
