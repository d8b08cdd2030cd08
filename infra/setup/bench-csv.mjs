import { handOverTo } from './hand-over.mjs';

await handOverTo('test/bench/csv/main.js');
