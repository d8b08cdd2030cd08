import type { TensorFlow } from '../tensorflow.ts';
import { registerScatterAdd } from './scatter-add.ts';

/** Plain JavaScript: slow, but there wherever Node is. */
export async function registerCpu(tf: TensorFlow): Promise<string> {
  await import('@tensorflow/tfjs-backend-cpu');
  registerScatterAdd(tf, 'cpu');
  return 'cpu';
}
