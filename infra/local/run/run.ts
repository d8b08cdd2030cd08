import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processIdentity } from '../../setup/process-identity.mjs';
import { clearRun } from './clear-run.mjs';
import { createRunFolder, reapOrphans } from './run-folder.ts';

/**
 * What one owner process starts: a folder for data, and processes that do not outlive the owner. A watchdog ends them
 * and removes the folder when the owner is gone for any reason; what a killed watchdog left is cleared at the next start.
 */
export interface Run {
  readonly folder: string;
  /** The process that ends the others when the owner is gone. */
  readonly watchdogPid: number;
  /** Starts a process that this run owns, apart from the owner's process group, so that Ctrl-C reaches the owner alone. */
  start(command: string, args: readonly string[], options: RunProcessOptions): ChildProcess;
  /** Ends every process of the run and removes its folder. */
  clear(): Promise<void>;
}

export interface RunProcessOptions extends SpawnOptions {
  /** The signal that ends the process at once and tidily. */
  readonly farewell: NodeJS.Signals;
}

/** Opens a run owned by this process, after clearing what earlier owners left behind. */
export async function openRun(): Promise<Run> {
  await reapOrphans();
  const folder = createRunFolder();
  const watchdog = startWatchdog(folder);
  return {
    folder,
    watchdogPid: watchdog.pid as number,
    start: (command, args, options) => startOwned(folder, command, args, options),
    clear: async () => {
      await clearRun(folder);
      watchdog.ref();
      watchdog.stdin?.end();
      if (watchdog.exitCode === null) await once(watchdog, 'exit');
    },
  };
}

/**
 * Does the work in the given run, or in one of its own that is cleared when the work fails.
 * `clear` ends the work's own run and leaves a given one alone.
 */
export async function inRun<T>(
  given: Run | undefined,
  work: (run: Run, clear: () => Promise<void>) => Promise<T>,
): Promise<T> {
  if (given !== undefined) return work(given, () => Promise.resolve());
  const run = await openRun();
  try {
    return await work(run, () => run.clear());
  } catch (error) {
    await run.clear();
    throw error;
  }
}

/** Nothing of it keeps the owner alive: an owner that forgets to clear ends all the same, and then the watchdog works. */
function startWatchdog(folder: string): ChildProcess {
  const script = fileURLToPath(new URL('./watchdog.mjs', import.meta.url));
  const watchdog = spawn(process.execPath, [script, folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watchdog.unref();
  (watchdog.stdin as unknown as { unref(): void }).unref();
  return watchdog;
}

function startOwned(
  folder: string,
  command: string,
  args: readonly string[],
  { farewell, ...options }: RunProcessOptions,
): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  if (child.pid !== undefined) {
    const owned = { pid: child.pid, identity: processIdentity(child.pid), farewell };
    writeFileSync(join(folder, 'processes', String(child.pid)), JSON.stringify(owned));
  }
  return child;
}
