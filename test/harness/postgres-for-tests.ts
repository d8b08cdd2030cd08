import pg from 'pg';
import { v4 as randomUuid } from 'uuid';
import { afterAll, inject } from 'vitest';

/** A database of its own on the shared server: empty, no migrations run. */
export interface PostgresForTests {
  /** With user and password. */
  readonly url: string;
}

/** Await at the top of a test file or of an async `describe`; the database is dropped after the tests. */
export async function postgresForTests(): Promise<PostgresForTests> {
  const serverUrl = inject('postgresUrl');
  const name = `test_${randomUuid().slice(0, 8)}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  // By force: a connection that a test forgot must not keep the database.
  afterAll(() => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
