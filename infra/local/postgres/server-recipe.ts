import { join } from 'node:path';
import type { Run } from '../run/run.ts';
import type { ServerRecipe } from '../server/local-server.ts';
import type { Account } from './account.ts';

interface ServerParts {
  readonly run: Run;
  readonly programs: string;
  readonly account: Account;
  readonly dataFolder: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * For tests and the demo writes need not survive a loss of power, only a crash of the server (which the page cache outlives),
 * hence no fsync; what a client was told is committed is still there after kill -9. Bench and chaos take DURABLE instead.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  fsync: 'off',
  log_checkpoints: 'off',
};

/** How one Postgres server is started and ended. SIGINT is its fast, orderly shutdown: open connections are closed. */
export function recipe({ run, programs, account, dataFolder, port, settings }: ServerParts): ServerRecipe {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    name: 'Postgres',
    failure: 'TDW_LOCAL_POSTGRES',
    logFile: `${dataFolder}.log`,
    readyText: 'database system is ready to accept connections',
    orderlyEnd: 'SIGINT',
    launch: (output) =>
      run.start(join(programs, 'postgres'), ['-D', dataFolder, '-p', String(port), ...flags], {
        ...account.ids,
        farewell: 'SIGQUIT',
        stdio: ['ignore', output, output],
        env: { ...process.env, LC_ALL: 'C' },
      }),
  };
}
