import type { Milliseconds, PostgresSettings } from '../../../config/settings.ts';
import { type Database, openDatabase } from '../../adapters/postgres/database.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { connectionsOfCommand } from './connections.ts';
import { readPemFiles } from './pem-files.ts';

export interface DatabaseOptions {
  /** Most connections; default: those of a command. */
  readonly connections?: number;
  /** How long a statement may take; default: postgres.pool.statementTimeout. */
  readonly statementTimeout?: Milliseconds;
  readonly onIdleError?: (error: Error) => void;
}

/**
 * The database that the settings describe; connects when first asked.
 * @throws TDW_CONFIG_INVALID where none is named
 */
export async function composeDatabase(
  postgres: PostgresSettings,
  {
    connections = connectionsOfCommand(postgres),
    statementTimeout = postgres.pool.statementTimeout,
    onIdleError,
  }: DatabaseOptions = {},
): Promise<Database> {
  const { url, ssl, pool } = postgres;
  if (url === null)
    throw new TidewaiterError(
      'TDW_CONFIG_INVALID',
      'postgres.url is not set: name the database by TIDEWAITER_POSTGRES_URL or by a secret file (postgres.urlFile)',
      { location: { element: 'postgres.url' } },
    );
  const settings = {
    url,
    poolSize: connections,
    statementTimeoutMs: statementTimeout,
    connectTimeoutMs: pool.connectionTimeout,
    ...(ssl.enabled && { ssl: await readPemFiles(ssl) }),
  };
  return openDatabase(settings, onIdleError);
}
