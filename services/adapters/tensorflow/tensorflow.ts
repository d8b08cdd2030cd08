import { createRequire } from 'node:module';
import type * as core from '@tensorflow/tfjs-core';
/** The operations of TensorFlow.js, whatever backend computes them. Models take this as an argument and import no backend. */
export type TensorFlow = typeof core;

/** What the models' dense layers run on, the fastest first. */
export const BACKEND_NAMES = ['tfjs-node', 'tfjs-wasm', 'tfjs-cpu'] as const;

/** `tfjs-node`: TensorFlow's own library; `tfjs-wasm`: WebAssembly with SIMD; `tfjs-cpu`: plain JavaScript. */
export type BackendName = (typeof BACKEND_NAMES)[number];

/**
 * A package of TensorFlow.js. They are CommonJS: `import` would first read a million characters for the names that they export,
 * which takes five times as long as all the rest of loading them. What it loads is the same object that `import` gives.
 */
export const requirePackage = createRequire(import.meta.url);

/** The operations, without a backend yet. */
export function requireCore(): TensorFlow {
  return requirePackage('@tensorflow/tfjs-core') as TensorFlow;
}

/**
 * Makes gradients known, for training: `tf.variableGrads`, `tf.grad`, `optimizer.minimize`. Core's own package for Node comes without them; the
 * layers package brings them along. Inference needs none, so that a running process loads none.
 */
export function loadGradients(): void {
  requirePackage('@tensorflow/tfjs-layers');
}
