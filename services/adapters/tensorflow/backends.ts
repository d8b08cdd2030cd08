import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import util from 'node:util';
import type * as wasmBackend from '@tensorflow/tfjs-backend-wasm';
import { registerScatterAdd } from './scatter-add.ts';
import { registerSegmentSum } from './segment-sum.ts';
import { requirePackage, type TensorFlow } from './tensorflow.ts';

/** Plain JavaScript: slow, but there wherever Node is. */
export function registerCpu(tf: TensorFlow): string {
  requirePackage('@tensorflow/tfjs-backend-cpu');
  registerScatterAdd(tf, 'cpu');
  return 'cpu';
}

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

/** What @tensorflow/tfjs-node 4.22 calls and Node 23 took away. */
type OldUtil = typeof util & { isNullOrUndefined?: (value: unknown) => boolean; isArray?: (value: unknown) => boolean };

/**
 * TensorFlow's own library through @tensorflow/tfjs-node, an optional dependency whose addon is downloaded when it is installed or built
 * by `npm run build:tensorflow`. Loading it registers the backend with the one TensorFlow.js of the process.
 * @throws MODULE_NOT_FOUND where the package is missing, Error where its addon is
 */
export function registerNative(tf: TensorFlow): string {
  refuseWithoutAddon(dirname(requirePackage.resolve('@tensorflow/tfjs-node/package.json')));
  const old = util as OldUtil;
  old.isNullOrUndefined ??= (value) => value === null || value === undefined;
  old.isArray ??= Array.isArray;
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  requirePackage('@tensorflow/tfjs-node');
  if (tf.findBackend('tensorflow') === null)
    throw new Error('@tensorflow/tfjs-node brought a TensorFlow.js of its own');
  registerSegmentSum(tf);
  return 'tensorflow';
}

/** The package alone takes half a second to load, only to find its addon missing. */
function refuseWithoutAddon(folder: string): void {
  if (!existsSync(join(folder, 'lib'))) throw new Error('its addon is not there: `npm run build:tensorflow` builds it');
}
