import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Tells one life of a process number from the next: when the process began. Process numbers are used again, so
 * nothing is ended or believed alive on its number alone.
 * @param {number} pid
 * @returns {string | undefined} undefined where no such process runs (or only its remains, a zombie)
 */
export function processIdentity(pid) {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

/**
 * The command name in the second field may hold spaces and brackets, hence the cut after the last one.
 * @param {number} pid
 */
function fromProc(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

/** @param {number} pid */
function fromPs(pid) {
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
}

/**
 * @param {{ pid: number, identity: string | undefined }} known
 * @returns {boolean} whether the very same process still runs
 */
export function stillRuns({ pid, identity }) {
  return identity !== undefined && processIdentity(pid) === identity;
}
