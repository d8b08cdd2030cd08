import { handOverTo } from './hand-over.mjs';

await handOverTo('test/chaos/main.js');
