import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';
import { say } from './say.mjs';
import { afterSetUp } from './set-up.mjs';

const CALLS = 5;
const PROGRAM = join('services', 'cli', 'tidewaiter.js');
const MEASURED = [['--help'], ['assess', join('infra', 'demo', 'declarations', 'import-coffee.xml')]];

/**
 * `npm run bench:start`: user and system CPU of the process for the smallest calls of the program, compiled and called once before;
 * each of five calls, and the median.
 */
await afterSetUp(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tidewaiter-start-'));
  try {
    for (const args of MEASURED) measure(args, { ...process.env, TIDEWAITER_DATA_DIR: dataDir });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function measure(args, env) {
  call(args, env);
  const seconds = Array.from({ length: CALLS }, () => call(args, env)).sort((a, b) => a - b);
  say(
    `tidewaiter ${args.join(' ')}: ${seconds.map((one) => one.toFixed(2)).join(' ')} s of CPU, median ${seconds[CALLS >> 1]?.toFixed(2)}`,
  );
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {number} user and system CPU of the call, seconds
 */
function call(args, env) {
  const preload = join(projectRoot(), 'infra', 'setup', 'cpu-at-exit.cjs');
  const { status, output } = spawnSync(process.execPath, ['--require', preload, PROGRAM, ...args], {
    cwd: projectRoot(),
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  if (status !== 0) throw new Error(`tidewaiter ${args.join(' ')} ended with ${status}`);
  return Number(output[3]) / 1e6;
}
