import { execProgram } from './exec.mjs';

await execProgram('test/bench/models/main.js');
