import { handOverTo } from './hand-over.mjs';

await handOverTo('test/bench/models/main.js');
