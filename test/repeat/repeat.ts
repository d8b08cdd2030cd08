import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRun, type Run } from '../../infra/local/run/run.ts';
import { startLocalInfrastructure } from '../../infra/local/start-local-infrastructure.ts';
import { projectRoot } from '../../infra/setup/project-root.mjs';
import type { RepeatOptions } from './options.ts';

export interface Repeated {
  readonly held: number;
  readonly failed: number;
}

/** Runs test files again and again on one pair of servers, with processes beside them that take the time of the cores; what failed is kept in .cache/repeat. */
export async function repeat({ files, times, busy }: RepeatOptions, report: (line: string) => void): Promise<Repeated> {
  const run = await openRun();
  const servers = await startLocalInfrastructure({ report });
  try {
    for (let started = 0; started < busy; started += 1) startBusy(run);
    const environment = {
      ...process.env,
      TIDEWAITER_KAFKA_BROKERS: servers.brokers,
      TIDEWAITER_POSTGRES_URL: servers.postgresUrl,
    };
    let failed = 0;
    for (let time = 1; time <= times; time += 1) {
      const { code, said } = await runOnce(files, environment);
      if (code !== 0) failed += 1;
      report(
        `${time}/${times}: ${code === 0 ? 'held' : `failed, see ${await keep(time, said)}`}; ${failed} failed so far`,
      );
    }
    return { held: times - failed, failed };
  } finally {
    await Promise.all([servers.stop(), run.clear()]);
  }
}

/** It ends with its owner, whatever ends that. */
function startBusy(run: Run): void {
  run.start(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore', farewell: 'SIGKILL' });
}

async function runOnce(
  files: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const vitest = join(projectRoot(), 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...files], {
    cwd: projectRoot(),
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: Buffer.concat(said).toString('utf8') };
}

async function keep(time: number, said: string): Promise<string> {
  const folder = join(projectRoot(), '.cache', 'repeat');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${time}.log`);
  await writeFile(file, said);
  return file;
}
