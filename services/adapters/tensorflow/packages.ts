import { createRequire } from 'node:module';
import type { TensorFlow } from './tensorflow.ts';

/**
 * A package of TensorFlow.js. They are CommonJS: `import` would first read a million characters for the names that they export,
 * which takes five times as long as all the rest of loading them. What it loads is the same object that `import` gives.
 */
export const requirePackage = createRequire(import.meta.url);

/** The operations, without a backend yet. */
export function requireCore(): TensorFlow {
  return requirePackage('@tensorflow/tfjs-core') as TensorFlow;
}
