import { execProgram } from './exec.mjs';

await execProgram('test/bench/main.js');
