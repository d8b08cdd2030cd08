import { execProgram } from './exec.mjs';

await execProgram('test/bench/csv/main.js');
