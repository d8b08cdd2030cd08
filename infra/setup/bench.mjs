import { handOverTo } from './hand-over.mjs';

await handOverTo('test/bench/main.js');
