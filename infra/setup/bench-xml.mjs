import { handOverTo } from './hand-over.mjs';

await handOverTo('test/bench/xml/main.js');
