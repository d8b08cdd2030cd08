import { requirePackage } from '../packages.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { registerScatterAdd } from './scatter-add.ts';

/** Plain JavaScript: slow, but there wherever Node is. */
export function registerCpu(tf: TensorFlow): string {
  requirePackage('@tensorflow/tfjs-backend-cpu');
  registerScatterAdd(tf, 'cpu');
  return 'cpu';
}
