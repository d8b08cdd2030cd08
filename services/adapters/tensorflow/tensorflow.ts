import type * as core from '@tensorflow/tfjs-core';

/** The operations of TensorFlow.js, whatever backend computes them. Models take this as an argument and import no backend. */
export type TensorFlow = typeof core;
