import { handOverTo } from './hand-over.mjs';

await handOverTo('test/repeat/main.js');
