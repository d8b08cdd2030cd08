import { execProgram } from './exec.mjs';

await execProgram('test/bench/editions/main.js');
