import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ServiceName } from '../../services/runtime/compose/consumer.ts';
import type { ToldGap } from './gap-message.ts';
import type { Order } from './order.ts';

/** A worker process; when it dies another takes its place, as an orchestrator would have it. */
export interface Worker {
  readonly service: ServiceName;
  give(order: Order): void;
  /** Resolves when the process was killed by its own hand, and a new one has been started in its place. */
  killed(timeoutMs: number): Promise<void>;
  /** Resolves when the process has stopped itself. */
  frozen(timeoutMs: number): Promise<void>;
  /** Thaws the process. */
  thaw(): void;
  /** Told of records that the process says nobody will answer, from now on. */
  onGap(listener: (gap: ToldGap) => void): void;
  stop(): Promise<void>;
}

const WORKER = fileURLToPath(new URL('./worker.js', import.meta.url));

export async function startWorker(
  service: ServiceName,
  fence: 'kept' | 'none',
  environment: Readonly<Record<string, string>>,
): Promise<Worker> {
  const listeners: ((gap: ToldGap) => void)[] = [];
  const launchHeard = async (): Promise<ChildProcess> => {
    const launched = await launch(service, fence, environment);
    return launched.on('message', (gap: ToldGap) => listeners.forEach((listen) => listen(gap)));
  };
  let child = await launchHeard();
  return {
    service,
    give: (order) => {
      if (!child.connected)
        throw new Error(`a ${service} worker ended by itself (${child.signalCode ?? `exit code ${child.exitCode}`})`);
      child.send(order);
    },
    killed: async (timeoutMs) => {
      const signal = await exitOf(child, timeoutMs);
      if (signal !== 'SIGKILL') throw new Error(`a ${service} worker ended by itself (${signal})`);
      child = await launchHeard();
    },
    frozen: async (timeoutMs) => {
      for (const deadline = Date.now() + timeoutMs; processState(child.pid!) !== 'T'; await pause(20)) {
        if (Date.now() > deadline) throw new Error(`no ${service} worker froze within ${timeoutMs / 1000} s`);
      }
    },
    thaw: () => void child.kill('SIGCONT'),
    onGap: (listener) => void listeners.push(listener),
    stop: async () => {
      const gone = exitOf(child, 30_000);
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function launch(
  service: ServiceName,
  fence: 'kept' | 'none',
  environment: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const child = fork(WORKER, [service, fence], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const early = once(child, 'exit').then(([code]) => {
    throw new Error(`a ${service} worker did not start (exit code ${String(code)})`);
  });
  await Promise.race([once(child, 'message'), early]);
  early.catch(() => undefined);
  return child;
}

/** "T" is stopped; see proc(5), stat. */
function processState(pid: number): string | undefined {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.[0];
}

async function exitOf(child: ChildProcess, timeoutMs: number): Promise<string> {
  if (child.signalCode !== null || child.exitCode !== null) return child.signalCode ?? `exit code ${child.exitCode}`;
  const [code, signal] = (await Promise.race([once(child, 'exit'), expiry(timeoutMs)])) as [
    number | null,
    string | null,
  ];
  return signal ?? `exit code ${code}`;
}

function expiry(timeoutMs: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no worker was killed within ${timeoutMs / 1000} s`)), timeoutMs).unref();
  });
}
