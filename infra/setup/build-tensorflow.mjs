import { execProgram } from './exec.mjs';

await execProgram('infra/local/tensorflow/main.js');
