import { execProgram } from './exec.mjs';

await execProgram('test/chaos/main.js');
