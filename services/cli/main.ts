import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../adapters/config/project-root.ts';
import { runProgram } from './program.ts';
import { processShell } from './shell/process-shell.ts';

const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string };

// All output is handed over by now: ending here keeps a forgotten socket from holding a finished command open.
process.exit(await runProgram(process.argv.slice(2), processShell, version));
