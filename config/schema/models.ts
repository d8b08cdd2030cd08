import type convict from 'convict';
import type { ModelSettings } from '../settings.ts';

/** Where trained models come from, and what they compute on. */
export const models: convict.Schema<ModelSettings> = {
  dir: {
    doc: "Folder of artefacts of one's own, each in a folder of its name; those that come with Tidewaiter need none.",
    format: 'path',
    default: '.data/models',
  },
  backend: {
    doc: 'What TensorFlow.js computes on; auto: the fastest that works here.',
    format: ['auto', 'tfjs-node', 'tfjs-wasm', 'tfjs-cpu'],
    default: 'auto',
  },
};
