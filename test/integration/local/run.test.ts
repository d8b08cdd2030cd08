import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { describe, expect, it, vi } from 'vitest';
import { reapOrphans } from '../../../infra/local/run/run-folder.ts';
import { processIdentity } from '../../../infra/setup/process-identity.mjs';
import { projectRoot } from '../../../infra/setup/project-root.mjs';

interface Owned {
  readonly serverPid: number;
  readonly watchdogPid: number;
  readonly folder: string;
}

describe('what a process started, when that process is gone', () => {
  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('ends by the watchdog after %s', async (signal) => {
    const { owner, owned } = await startOwner();
    await endOwner(owner, signal);

    await vi.waitFor(() => {
      expectNothingLeft(owned);
    }, WITHIN);
  });

  it('ends even when it was frozen', async () => {
    const { owner, owned } = await startOwner();
    process.kill(owned.serverPid, 'SIGSTOP');
    await endOwner(owner, 'SIGKILL');

    await vi.waitFor(() => {
      expectNothingLeft(owned);
    }, WITHIN);
  });

  it('is an orphan when the watchdog was killed first, and is reaped at the next start', async () => {
    const { owner, owned } = await startOwner();
    process.kill(owned.watchdogPid, 'SIGKILL');
    await endOwner(owner, 'SIGKILL');
    expect(processIdentity(owned.serverPid)).toBeDefined();

    expect(await reapOrphans()).toBeGreaterThanOrEqual(1);
    expectNothingLeft(owned);
  });

  it('is left alone by others as long as that process lives', async () => {
    const { owner, owned } = await startOwner();
    await reapOrphans();
    expect(processIdentity(owned.serverPid)).toBeDefined();

    await endOwner(owner, 'SIGKILL');
    await vi.waitFor(() => {
      expectNothingLeft(owned);
    }, WITHIN);
  });
});

const WITHIN = { timeout: 15_000, interval: 50 };

async function startOwner(): Promise<{ owner: ChildProcess; owned: Owned }> {
  const program = join(projectRoot(), 'dist', 'test', 'integration', 'local', 'owner.js');
  const owner = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(owner.stdout), 'line')) as [string];
  return { owner, owned: JSON.parse(line) as Owned };
}

async function endOwner(owner: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  owner.kill(signal);
  await once(owner, 'exit');
}

function expectNothingLeft({ serverPid, folder }: Owned): void {
  expect(processIdentity(serverPid)).toBeUndefined();
  expect(existsSync(folder)).toBe(false);
}
