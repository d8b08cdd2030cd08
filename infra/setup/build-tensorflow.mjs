import { handOverTo } from './hand-over.mjs';

await handOverTo('infra/local/tensorflow/main.js');
