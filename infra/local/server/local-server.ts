import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, statSync } from 'node:fs';
import type { ErrorCode } from '../../../services/risk/failure/error-codes.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { whenReady } from './ready.ts';

const READY_WITHIN_MS = 120_000;

/** One server process on fixed ports and data, that can be ended and started again. */
export interface LocalServer {
  /** Of the process that runs now, or ran last. */
  pid(): number;
  /** Everything the server printed, all its lives together. */
  readonly logFile: string;
  /** Sends a signal and returns at once: SIGSTOP freezes, SIGCONT thaws, SIGKILL is a crash. */
  kill(signal: NodeJS.Signals): void;
  /** Ends the process and keeps ports and data; returns when it is gone. Default: an orderly end. */
  halt(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same ports and data; returns when it is ready. */
  resume(): Promise<void>;
  /** `halt` and `resume`. */
  restart(signal?: NodeJS.Signals): Promise<void>;
}

export interface ServerRecipe {
  readonly name: string;
  readonly failure: ErrorCode;
  readonly logFile: string;
  /** The text in its output that says it answers. */
  readonly readyText: string;
  readonly orderlyEnd: NodeJS.Signals;
  /** Starts the process with both outputs going to the open file. */
  launch(output: number): ChildProcess;
}

/** Starts a server and returns when it is ready. Fails with the recipe's code and the last lines of its log. */
export async function startServer(recipe: ServerRecipe): Promise<LocalServer> {
  let child = await launchAndWait(recipe);
  const halt = (signal = recipe.orderlyEnd): Promise<void> => end(child, signal);
  const resume = async (): Promise<void> => {
    child = await launchAndWait(recipe);
  };
  return {
    pid: () => child.pid as number,
    logFile: recipe.logFile,
    kill: (signal) => void child.kill(signal),
    halt,
    resume,
    restart: async (signal) => {
      await halt(signal);
      await resume();
    },
  };
}

async function launchAndWait(recipe: ServerRecipe): Promise<ChildProcess> {
  const output = openSync(recipe.logFile, 'a', 0o600);
  const from = statSync(recipe.logFile).size;
  const child = recipe.launch(output);
  closeSync(output);
  child.on('error', () => undefined);
  const readiness = await whenReady(child, { file: recipe.logFile, from }, recipe.readyText, READY_WITHIN_MS);
  if (readiness.state === 'ready') return child;
  child.kill('SIGKILL');
  const how = readiness.state === 'ended' ? 'ended while starting' : `was not ready after ${READY_WITHIN_MS / 1000} s`;
  throw new TidewaiterError(recipe.failure, `${recipe.name} ${how}. Its last words:\n${readiness.tail}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  child.kill('SIGCONT');
  await exit;
}
