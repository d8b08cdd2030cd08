import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processIdentity, stillRuns } from './process-identity.mjs';

const LOOK_AGAIN_MS = 200;
let tickets = 0;

/**
 * Does the work while no other process does work under the same lock.
 *
 * The lock is a folder of numbered files; the highest number is the lock, held by the process it names. It is free
 * when that file is empty (given back) or names a process that is gone. Who wants it creates the next number, which
 * only one can. The highest file is never deleted, so a look at an old listing cannot give the lock to two.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @param {(holderPid: number) => void} [waiting] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, waiting = () => undefined) {
  mkdirSync(folder, { recursive: true });
  const turn = await acquire(folder, waiting);
  try {
    return await work();
  } finally {
    truncateSync(join(folder, String(turn)));
  }
}

/**
 * @param {string} folder
 * @param {(holderPid: number) => void} waiting
 */
async function acquire(folder, waiting) {
  let told = false;
  for (;;) {
    const highest = highestTurn(folder);
    const holder = holderOf(folder, highest);
    if (holder === 'none' && take(folder, highest + 1)) return highest + 1;
    if (typeof holder === 'number' && !told) {
      told = true;
      waiting(holder);
    }
    await pause(LOOK_AGAIN_MS);
  }
}

/** @param {string} folder */
function highestTurn(folder) {
  return Math.max(0, ...readdirSync(folder).map(Number).filter(Number.isInteger));
}

/**
 * @param {string} folder
 * @param {number} turn
 * @returns {number | 'none' | 'changing'} the process that holds the lock, if any does
 */
function holderOf(folder, turn) {
  if (turn === 0) return 'none';
  try {
    const text = readFileSync(join(folder, String(turn)), 'utf8');
    if (text === '') return 'none';
    const holder = JSON.parse(text);
    return stillRuns(holder) ? holder.pid : 'none';
  } catch {
    // A later holder has just removed the file: the listing was old.
    return 'changing';
  }
}

/**
 * The link makes the file appear with its content, and fails where the number is taken.
 * @param {string} folder
 * @param {number} turn
 */
function take(folder, turn) {
  const ticket = join(folder, `ticket-${process.pid}-${++tickets}`);
  writeFileSync(ticket, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }));
  try {
    linkSync(ticket, join(folder, String(turn)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(ticket, { force: true });
  }
  if (highestTurn(folder) !== turn) {
    rmSync(join(folder, String(turn)), { force: true });
    return false;
  }
  removeOlder(folder, turn);
  return true;
}

/**
 * @param {string} folder
 * @param {number} turn
 */
function removeOlder(folder, turn) {
  for (const name of readdirSync(folder)) {
    if (Number(name) < turn) rmSync(join(folder, name), { force: true });
  }
}
