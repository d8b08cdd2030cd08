import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stillRuns } from '../../setup/process-identity.mjs';

const GRACE_MS = 5_000;
const LOOK_AGAIN_MS = 25;

/**
 * @typedef {object} OwnedProcess
 * @property {number} pid
 * @property {string | undefined} identity when it began
 * @property {NodeJS.Signals} farewell the signal that ends it at once and tidily
 */

/**
 * Ends every process that a run recorded and removes the run's folder with all data. Safe to call twice, and by
 * several processes at a time.
 * @param {string} folder
 * @returns {Promise<number>} how many processes were still running
 */
export async function clearRun(folder) {
  const running = ownedProcesses(folder).filter(stillRuns);
  await Promise.all(running.map(endProcess));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return running.length;
}

/**
 * A frozen process takes no signal but SIGKILL, so it is thawed first.
 * @param {OwnedProcess} owned
 */
export async function endProcess(owned) {
  signal(owned, owned.farewell);
  signal(owned, 'SIGCONT');
  if (!(await gone(owned, GRACE_MS))) signal(owned, 'SIGKILL');
  await gone(owned, GRACE_MS);
}

/**
 * @param {string} folder
 * @returns {OwnedProcess[]}
 */
function ownedProcesses(folder) {
  try {
    const names = readdirSync(join(folder, 'processes'));
    return names.map((name) => JSON.parse(readFileSync(join(folder, 'processes', name), 'utf8')));
  } catch {
    // The folder has gone meanwhile: another process is clearing the same run.
    return [];
  }
}

/**
 * @param {OwnedProcess} owned
 * @param {NodeJS.Signals} name
 */
function signal(owned, name) {
  try {
    if (stillRuns(owned)) process.kill(owned.pid, name);
  } catch {
    // It ended between the two calls.
  }
}

/**
 * @param {OwnedProcess} owned
 * @param {number} withinMs
 */
async function gone(owned, withinMs) {
  for (let waited = 0; waited < withinMs; waited += LOOK_AGAIN_MS) {
    if (!stillRuns(owned)) return true;
    await pause(LOOK_AGAIN_MS);
  }
  return !stillRuns(owned);
}
