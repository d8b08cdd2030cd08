import { dirname, sep } from 'node:path';
import type * as wasmBackend from '@tensorflow/tfjs-backend-wasm';
import { requirePackage } from '../packages.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { registerScatterAdd } from './scatter-add.ts';

/** WebAssembly, with SIMD where the processor has it (every one of this decade has) and on one thread: its threads need a browser. */
export function registerWasm(tf: TensorFlow): string {
  const { setWasmPaths } = requirePackage('@tensorflow/tfjs-backend-wasm') as typeof wasmBackend;
  if (tf.findBackend('wasm') === null) {
    setWasmPaths(dirname(requirePackage.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  }
  registerScatterAdd(tf, 'wasm');
  return 'wasm';
}
