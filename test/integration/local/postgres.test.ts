import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPostgres, startLocalPostgres } from '../../../infra/local/postgres/start-local-postgres.ts';

describe('a local Postgres', () => {
  let server: LocalPostgres;
  beforeAll(async () => {
    server = await startLocalPostgres();
    await query(server.url, 'CREATE TABLE licence (id text)');
  });
  afterAll(() => server.stop());

  it.each(['SIGINT', 'SIGKILL'] as const)('keeps its address and what was committed through %s', async (signal) => {
    await query(server.url, `INSERT INTO licence VALUES ('${signal}')`);
    const before = server.pid();
    await server.restart(signal);

    expect(await query(server.url, `SELECT id FROM licence WHERE id = '${signal}'`)).toEqual([{ id: signal }]);
    expect(server.pid()).not.toBe(before);
  });

  it('can be away for a while and come back', async () => {
    await server.halt();
    await expect(query(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    await server.resume();
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses a wrong password', async () => {
    const url = new URL(server.url);
    url.password = 'guessed';

    await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('takes settings of the caller', async () => {
    const durable = await startLocalPostgres({ settings: { fsync: 'on' } });
    const rows = await query(durable.url, 'SHOW fsync');
    await durable.stop();

    expect(rows).toEqual([{ fsync: 'on' }]);
    expect(existsSync(dirname(durable.logFile))).toBe(false);
  });
});

async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows as readonly unknown[];
}
