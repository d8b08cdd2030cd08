import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { NODE_FLAGS } from '../../../services/runtime/node-flags.ts';
import type { EditionSaid, LoopBlock, Role, Sample, WorkerOrder, WorkerReport } from './messages.ts';

/** A measured process, seen from the bench. */
export interface BenchWorker {
  /** Resolves when its consumer has joined its group; rejects where the process ends before. */
  readonly joined: Promise<void>;
  /** Resolves when the process has ended, with what it ended by. */
  readonly ended: Promise<string>;
  /** All that it told so far, in order. */
  readonly samples: readonly Sample[];
  /** What it said of editions, in order. */
  readonly editions: readonly EditionSaid[];
  /** How long its event loop was held up, in order, since it was asked. */
  readonly blocks: readonly LoopBlock[];
  /** Asks it to tell how long its event loop is held up. */
  watchLoop(): void;
  /** Ends it in an orderly way, so that a profile is written. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly role: Role;
  readonly environment: Readonly<Record<string, string>>;
  /** Told of every sample, after it was added to `samples`. */
  readonly onSample?: () => void;
  /** Folder that gets its CPU profile, under `name`. */
  readonly profiles?: string | undefined;
  readonly name: string;
}

const STOP_WITHIN_MS = 30_000;

/** Starts a measured process from the build: TypeScript is not compiled while it is timed. */
export function startBenchWorker({ role, environment, onSample, profiles, name }: WorkerOptions): BenchWorker {
  const program = join(projectRoot(), 'dist/test/bench/worker/worker.js');
  const profiling =
    profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`, `--cpu-prof-name=${name}.cpuprofile`];
  const child = fork(program, [role], {
    execArgv: [...NODE_FLAGS, '--enable-source-maps', ...profiling],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told = { samples: [] as Sample[], editions: [] as EditionSaid[], blocks: [] as LoopBlock[] };
  child.on('message', (report: WorkerReport) => {
    if (report.kind === 'edition') told.editions.push(report);
    if (report.kind === 'loop') told.blocks.push(report);
    if (report.kind !== 'sample') return;
    told.samples.push(report);
    onSample?.();
  });
  const ended = once(child, 'exit').then(
    ([code, signal]: (number | string | null)[]) => `the ${role} process ended (${signal ?? `exit code ${code}`})`,
  );
  const joined = Promise.race([toldJoined(child), ended.then((how) => Promise.reject(new Error(how)))]);
  joined.catch(() => undefined);
  return { joined, ended, ...told, watchLoop: () => void order(child, 'watchLoop'), stop: () => end(child) };
}

function toldJoined(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', ({ kind }: WorkerReport) => {
      if (kind === 'joined') resolve();
    });
  });
}

const order = (child: ChildProcess, what: WorkerOrder): boolean => child.connected && child.send(what);

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  order(child, 'stop');
  await gone;
  clearTimeout(overdue);
}
