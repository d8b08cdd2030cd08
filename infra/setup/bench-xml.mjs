import { execProgram } from './exec.mjs';

await execProgram('test/bench/xml/main.js');
