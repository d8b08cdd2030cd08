import { execProgram } from './exec.mjs';

await execProgram('test/repeat/main.js');
