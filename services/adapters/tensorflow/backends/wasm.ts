import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { TensorFlow } from '../tensorflow.ts';
import { registerScatterAdd } from './scatter-add.ts';

/** WebAssembly, with SIMD where the processor has it (every one of this decade has) and on one thread: its threads need a browser. */
export async function registerWasm(tf: TensorFlow): Promise<string> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  if (tf.findBackend('wasm') === null) {
    setWasmPaths(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')) + sep);
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  }
  registerScatterAdd(tf, 'wasm');
  return 'wasm';
}
