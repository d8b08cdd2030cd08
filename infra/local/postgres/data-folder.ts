import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import type { Run } from '../run/run.ts';
import { runToEnd } from '../run/run-to-end.ts';
import type { Account } from './account.ts';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** Makes an empty cluster: UTF-8, ordered by code point, so that results are the same on every machine. @throws TDW_LOCAL_POSTGRES */
export async function initialiseDataFolder(
  run: Run,
  folder: string,
  { programs, account, credentials }: ClusterParts,
): Promise<string> {
  mkdirSync(folder, { mode: 0o700 });
  give(folder, account);
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, credentials.password, { mode: 0o600 });
  give(passwordFile, account);
  const args = [`--pgdata=${folder}`, `--username=${credentials.user}`, `--pwfile=${passwordFile}`, ...SETTINGS];
  const { status, output } = await runToEnd(run, join(programs, 'initdb'), args, {
    ...account.ids,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0)
    throw new TidewaiterError('TDW_LOCAL_POSTGRES', `Postgres could not make its data folder:\n${output}`);
  return folder;
}

interface ClusterParts {
  readonly programs: string;
  readonly account: Account;
  readonly credentials: Credentials;
}

const SETTINGS = ['--auth=scram-sha-256', '--encoding=UTF8', '--no-locale', '--no-sync'];

function give(path: string, account: Account): void {
  if (account.kind === 'other') chownSync(path, account.ids.uid, account.ids.gid);
}
