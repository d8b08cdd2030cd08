import { requirePackage } from './packages.ts';

/**
 * Makes gradients known, for training: `tf.variableGrads`, `tf.grad`, `optimizer.minimize`. Core's own package for Node comes without them; the
 * layers package brings them along. Inference needs none, so that a running process loads none.
 */
export function loadGradients(): void {
  requirePackage('@tensorflow/tfjs-layers');
}
