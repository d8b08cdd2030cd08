import { clearRun } from './clear-run.mjs';

// Started with the run's folder as its argument and the owner's pipe as standard input. The pipe closes when the
// owner ends, however it ends: kill -9 included.
const folder = process.argv[2];
if (folder === undefined) throw new Error('watchdog needs the folder of a run');

process.stdin.on('error', () => undefined);
process.stdin.on('close', () => void clearRun(folder));
process.stdin.resume();
