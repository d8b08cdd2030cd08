import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { type ServiceName, SERVICES } from '../../../services/runtime/compose/consumer.ts';
import { NODE_FLAGS } from '../../../services/runtime/node-flags.ts';
import type { Run } from '../../local/run/run.ts';
import { freePort } from '../../local/server/free-port.ts';
import type { Variables } from './demo-variables.ts';

export interface ServiceProcess {
  readonly service: ServiceName;
  /** Where it serves /livez, /readyz and /metrics. */
  readonly address: string;
  readonly logFile: string;
}

export interface ServiceProcesses {
  readonly processes: readonly ServiceProcess[];
  /** Rejects when one of them ends before it was asked to. */
  readonly failure: Promise<never>;
  stop(): Promise<void>;
}

/** Starts scoring and audit as processes of their own, as they would run anywhere: `tidewaiter run --only …`. Their logs go to files of the run. */
export async function startServiceProcesses(run: Run, variables: Variables): Promise<ServiceProcesses> {
  const started = await Promise.all(SERVICES.map((service) => startService(run, service, variables)));
  const ending = { asked: false };
  const failure = Promise.race(
    started.map(async ({ child, process: { service, logFile } }) => {
      await once(child, 'exit');
      if (ending.asked) return new Promise<never>(() => undefined);
      throw new TidewaiterError(
        'TDW_DEMO_SERVICE_ENDED',
        `The ${service} process ended with ${String(child.exitCode ?? child.signalCode)}; its log is ${logFile}.`,
      );
    }),
  );
  failure.catch(() => undefined);
  return {
    processes: started.map((one) => one.process),
    failure,
    stop: async () => {
      ending.asked = true;
      await Promise.all(started.map(({ child }) => stopped(child)));
    },
  };
}

async function startService(
  run: Run,
  service: ServiceName,
  variables: Variables,
): Promise<{ readonly child: ChildProcess; readonly process: ServiceProcess }> {
  const port = String(await freePort());
  const logFile = join(run.folder, `${service}.log`);
  const log = openSync(logFile, 'a', 0o600);
  const child = run.start(
    process.execPath,
    [...NODE_FLAGS, join(projectRoot(), 'dist/services/cli/main.js'), 'run', '--only', service],
    {
      farewell: 'SIGTERM',
      stdio: ['ignore', log, log],
      env: { ...variables, TIDEWAITER_HTTP_PORT: port },
    },
  );
  return { child, process: { service, address: `http://127.0.0.1:${port}`, logFile } };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
