import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../../infra/setup/lock.mjs';
import { projectRoot } from '../../../infra/setup/project-root.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidewaiter-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the set-up lock', () => {
  it('lets one process at a time at the work', async () => {
    const counter = join(folder, 'counter');
    writeFileSync(counter, '0');
    const workers = Array.from({ length: 4 }, () => startWorker(COUNT_SLOWLY, counter));
    await Promise.all(workers.map((worker) => once(worker, 'exit')));

    expect(readFileSync(counter, 'utf8')).toBe('20');
  });

  it('is free when its holder was killed', async () => {
    const holder = startWorker(HOLD_FOR_EVER, 'unused');
    await once(createInterface(holder.stdout), 'line');
    holder.kill('SIGKILL');
    await once(holder, 'exit');

    expect(await withLock(join(folder, 'lock'), () => Promise.resolve('mine'))).toBe('mine');
  });

  it('is given back when the work fails', async () => {
    await expect(withLock(join(folder, 'lock'), () => Promise.reject(new Error('no space')))).rejects.toThrow(
      'no space',
    );

    expect(await withLock(join(folder, 'lock'), () => Promise.resolve('mine'))).toBe('mine');
  });

  it('says once who holds it', async () => {
    const holder = startWorker(HOLD_FOR_EVER, 'unused');
    await once(createInterface(holder.stdout), 'line');
    const told: number[] = [];
    await withLock(
      join(folder, 'lock'),
      () => Promise.resolve(),
      (pid) => {
        told.push(pid);
        holder.kill('SIGKILL');
      },
    );

    expect(told).toEqual([holder.pid]);
  });

  it('leaves no more than its last turn', async () => {
    for (let turn = 0; turn < 5; turn++) await withLock(join(folder, 'lock'), () => Promise.resolve());

    expect(readdirSync(join(folder, 'lock'))).toEqual(['5']);
  });
});

/** Reads and writes apart: two at a time would lose counts. */
const COUNT_SLOWLY = `for (let round = 0; round < 5; round++) await withLock(lock, async () => {
  const count = Number(readFileSync(file, 'utf8'));
  await new Promise(setImmediate);
  writeFileSync(file, String(count + 1));
});`;

const HOLD_FOR_EVER = `await withLock(lock, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)); });`;

function startWorker(work: string, file: string) {
  const lockModule = join(projectRoot(), 'infra', 'setup', 'lock.mjs');
  const script = `import { readFileSync, writeFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(lockModule)};
    const [lock, file] = ${JSON.stringify([join(folder, 'lock'), file])};
    ${work}`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}
