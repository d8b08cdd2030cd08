import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { NODE_FLAGS } from '../../../services/cli/run/node-flags.ts';
import type { Role, Work, WorkerReport } from './messages.ts';

/** A measured process, seen from the bench. */
export interface BenchWorker {
  /** Resolves when its consumer has its partitions. */
  readonly joined: Promise<void>;
  /** Resolves when all expected records are committed. */
  readonly done: Promise<Work>;
  readonly samples: readonly Sample[];
  /** Ends it in an orderly way, so that a profile is written. */
  stop(): Promise<void>;
}

export type Sample = Omit<Extract<WorkerReport, { kind: 'sample' }>, 'kind'>;

export interface WorkerOptions {
  readonly role: Role;
  /** Records after which it is done. */
  readonly expected: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly profiles?: string | undefined;
}

const STOP_WITHIN_MS = 30_000;

/** Starts a measured process from the build: TypeScript is not compiled while it is timed. */
export function startBenchWorker({ role, expected, environment, profiles }: WorkerOptions): BenchWorker {
  const program = join(projectRoot(), 'dist/test/bench/worker/worker.js');
  const execArgv = profiles === undefined ? [...NODE_FLAGS, '--enable-source-maps'] : [...NODE_FLAGS, '--enable-source-maps', '--cpu-prof', `--cpu-prof-dir=${profiles}`, `--cpu-prof-name=${environment['TIDEWAITER_KAFKA_GROUP_ID']}-${role}.cpuprofile`];
  const child = fork(program, [role, String(expected)], { execArgv, env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const samples: Sample[] = [];
  child.on('message', (report: WorkerReport) => {
    if (report.kind === 'sample') samples.push({ records: report.records, residentMiB: report.residentMiB });
  });
  const joined = told(child, role, 'joined').then(() => undefined);
  const done = told(child, role, 'done').then(({ work }) => work);
  joined.catch(() => undefined);
  done.catch(() => undefined);
  return { joined, done, samples, stop: () => end(child) };
}

function told<K extends WorkerReport['kind']>(child: ChildProcess, role: Role, kind: K): Promise<Extract<WorkerReport, { kind: K }>> {
  return new Promise((resolve, reject) => {
    child.on('message', (report: WorkerReport) => {
      if (report.kind === kind) resolve(report as Extract<WorkerReport, { kind: K }>);
    });
    child.once('exit', (code, signal) => reject(new Error(`the ${role} process ended (${signal ?? `exit code ${code}`})`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  if (child.connected) child.send('stop');
  await gone;
  clearTimeout(overdue);
}
