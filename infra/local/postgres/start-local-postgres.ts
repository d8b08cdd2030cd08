import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { inRun, type Run } from '../run/run.ts';
import { freePort } from '../server/free-port.ts';
import { type LocalServer, startServer } from '../server/local-server.ts';
import { type Report, toStandardError } from '../server/report.ts';
import { findAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { initialiseDataFolder } from './data-folder.ts';
import { recipe } from './server-recipe.ts';

export interface LocalPostgresOptions {
  /** Told what is being done, one line each. Default: standard error. */
  readonly report?: Report;
  /** Server settings beside or instead of ours, by their Postgres names. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The run that owns the server. Default: one of its own. */
  readonly run?: Run;
}

/** A real database server on the loopback address. Its data last until `stop`. */
export interface LocalPostgres extends LocalServer {
  /** Of the database `postgres`, as its owner, with the password in it. */
  readonly url: string;
  readonly port: number;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts Postgres and returns when it answers.
 * @throws TDW_SETUP_POSTGRES_MISSING, TDW_SETUP_POSTGRES_ACCOUNT, TDW_LOCAL_POSTGRES
 */
export async function startLocalPostgres(options: LocalPostgresOptions = {}): Promise<LocalPostgres> {
  const report = options.report ?? toStandardError;
  const account = findAccount();
  return inRun(options.run, async (run, clear) => {
    report('Starting Postgres');
    const programs = findBinaries(account, run.folder);
    const credentials = { user: 'tidewaiter', password: randomBytes(18).toString('base64url') };
    const port = await freePort();
    const dataFolder = await initialiseDataFolder(run, join(run.folder, `postgres-${port}`), {
      programs,
      account,
      credentials,
    });
    const server = await startServer(
      recipe({ run, programs, account, dataFolder, port, settings: options.settings ?? {} }),
    );
    report(`Postgres answers at 127.0.0.1:${port}`);
    return {
      ...server,
      port,
      url: `postgres://${credentials.user}:${credentials.password}@127.0.0.1:${port}/postgres`,
      // Immediately: its data go with it.
      stop: async () => {
        await server.halt('SIGQUIT');
        await clear();
      },
    };
  });
}
