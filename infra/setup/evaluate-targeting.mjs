import { execProgram } from './exec.mjs';

await execProgram('test/targeting/main.js');
