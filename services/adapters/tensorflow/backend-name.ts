/** What the models' dense layers run on, the fastest first. */
export const BACKEND_NAMES = ['tfjs-node', 'tfjs-wasm', 'tfjs-cpu'] as const;

/** `tfjs-node`: TensorFlow's own library; `tfjs-wasm`: WebAssembly with SIMD; `tfjs-cpu`: plain JavaScript. */
export type BackendName = (typeof BACKEND_NAMES)[number];
