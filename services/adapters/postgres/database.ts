import pg from 'pg';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { handshakeFailure } from '../system/handshake-failure.ts';

export interface PostgresSettings {
  readonly url: string;
  readonly poolSize: number;
  /** How long a statement may take before it counts as not answered, milliseconds. */
  readonly statementTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly ssl?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
}

export type Row = Readonly<Record<string, unknown>>;

/** Runs one statement. Throws TDW_POSTGRES_UNAVAILABLE, TDW_POSTGRES_UNTRUSTED or TDW_POSTGRES_REFUSED where the database could not be asked; other errors are ours and pass as they are. */
export type Query = <R extends Row>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>;

export interface Database {
  readonly query: Query;
  /** All or nothing. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A pool of connections that gives up on a silent server (cut, frozen) instead of waiting for ever. */
export function openDatabase(
  settings: PostgresSettings,
  onIdleError: (error: Error) => void = () => undefined,
): Database {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.poolSize,
    connectionTimeoutMillis: settings.connectTimeoutMs,
    query_timeout: settings.statementTimeoutMs,
    statement_timeout: settings.statementTimeoutMs,
    keepAlive: true,
    ...(settings.ssl && { ssl: { ...settings.ssl, rejectUnauthorized: true } }),
  });
  pool.on('error', onIdleError);
  return {
    query: (text, values) => asked(() => rows(pool, text, values)),
    transaction: (work) => asked(() => inTransaction(pool, work)),
    close: () => pool.end(),
  };
}

async function rows<R extends Row>(
  client: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly R[]> {
  const result = await client.query<R>(text, [...values]);
  return result.rows;
}

async function inTransaction<T>(pool: pg.Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // While a client is lent out the pool does not listen: without a listener a cut connection would end the process.
  const onCut = (): void => undefined;
  client.on('error', onCut);
  let broken = true;
  try {
    await client.query('BEGIN');
    const result = await work((text, values) => rows(client, text, values));
    await client.query('COMMIT');
    broken = false;
    return result;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => (broken = isUnavailable(error)),
      () => undefined,
    );
    throw error;
  } finally {
    // A connection that failed in the middle is of unknown state: it is thrown away, never reused.
    client.release(broken);
    client.off('error', onCut);
  }
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asPostgresFailure(error);
  }
}

/** What pg threw as an error with a stable code; what is our own fault as it is. */
function asPostgresFailure(error: unknown): unknown {
  if (error instanceof TidewaiterError || !(error instanceof Error)) return error;
  const untrusted = /does not support SSL/.test(error.message) ? 'it speaks no TLS' : handshakeFailure(codeOf(error));
  if (untrusted !== undefined)
    return new TidewaiterError('TDW_POSTGRES_UNTRUSTED', `no secure connection to Postgres: ${untrusted}`, {
      cause: error,
    });
  if (REFUSED.test(codeOf(error) ?? ''))
    return new TidewaiterError('TDW_POSTGRES_REFUSED', `Postgres refused: ${error.message}`, { cause: error });
  return isUnavailable(error)
    ? new TidewaiterError('TDW_POSTGRES_UNAVAILABLE', `Postgres did not answer: ${error.message}`, { cause: error })
    : error;
}

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** SQLSTATE of a wrong account or password (28), a database that is not there (3D000) and a right that was not granted (42501). */
const REFUSED = /^(28[0-9A-Z]{3}|3D000|42501)$/;

/** SQLSTATE classes in which trying again later can help: connection, rollback, resources, operator intervention, system error. */
const PASSING_CLASSES = new Set(['08', '40', '53', '57', '58']);

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code))
    return PASSING_CLASSES.has(code.slice(0, 2)) || code === '55P03';
  return code !== undefined || /timeout|terminated|closed|ended|not queryable|Connection/i.test(error.message);
}
