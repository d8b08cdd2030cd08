import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../services/adapters/postgres/database.ts';
import { createPostgresEventRegister } from '../../../services/adapters/postgres/event-register.ts';
import { createPostgresLicenceLedger } from '../../../services/adapters/postgres/licence-ledger.ts';
import { createPostgresLicenceRegister } from '../../../services/adapters/postgres/licence-register.ts';
import { importLicences } from '../../../services/adapters/postgres/licence-store.ts';
import { migrate, pendingMigrations, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import { createPostgresModelBaselines } from '../../../services/adapters/postgres/model-baselines.ts';
import type { Licence } from '../../../services/risk/facts/facts.ts';
import { eventRegisterContract } from '../../contract/ports/event-register.ts';
import { licenceLedgerContract } from '../../contract/ports/licence-ledger.ts';
import { licenceRegisterContract } from '../../contract/ports/licence-register.ts';
import { modelBaselinesContract } from '../../contract/ports/model-baselines.ts';
import { day, decimal, instant } from '../../harness/checked.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';
import { openTcpProxy } from '../../harness/tcp-proxy.ts';

const { url } = await postgresForTests();
const database = openDatabase({ url, poolSize: 4, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });
const migrations = await readMigrations(join(import.meta.dirname, '../../../infra/migrations'));
const AT = instant('2026-11-22T08:00:00Z');

beforeAll(async () => {
  await migrate(database, migrations);
});
afterAll(() => database.close());

describe('migrations', () => {
  test('given a migrated database, when migrated again by two processes at once, then nothing is pending and nothing fails', async () => {
    expect(await Promise.all([migrate(database, migrations), migrate(database, migrations)])).toEqual([[], []]);
    expect(await pendingMigrations(database.query, migrations)).toEqual([]);
  });

  test('given a migration that was edited after it was applied, when pending ones are asked for, then it is refused', async () => {
    const edited = migrations.map((migration, index) => (index === 0 ? { ...migration, hash: 'other' } : migration));
    await expect(pendingMigrations(database.query, edited)).rejects.toMatchObject({ code: 'TDW_MIGRATION_CHANGED' });
  });
});

const heldBy = async (licences: readonly Licence[]): Promise<void> =>
  void (await importLicences(database, licences, 'test', AT));

describe('baselines of models in Postgres', () => modelBaselinesContract(() => createPostgresModelBaselines(database)));

describe('event register in Postgres', () =>
  eventRegisterContract(async (licences) => {
    await heldBy(licences);
    return { register: createPostgresEventRegister(database), ledger: createPostgresLicenceLedger(database) };
  }));

describe('licence ledger in Postgres', () =>
  licenceLedgerContract(async (licences) => {
    await heldBy(licences);
    return createPostgresLicenceLedger(database);
  }));

describe('licence register in Postgres', () => {
  licenceRegisterContract(async (licences) => {
    await database.query('TRUNCATE licences, licence_register');
    if (licences !== undefined) await heldBy(licences);
    return createPostgresLicenceRegister(database);
  });

  const licence: Licence = {
    id: `GB ${randomUUID().slice(0, 8)}`,
    status: 'issued',
    holderId: 'GB1',
    validFrom: day('2026-01-01'),
    validTo: day('2026-12-31'),
    lines: [{ line: 1, controlEntry: '5A002', destinations: ['JP'], quantity: decimal('0.5'), unit: 'KGM' }],
    revision: 0,
  };

  test('given a licence that changed, when it is imported again, then it is found as it is now and its history shows what it was', async () => {
    await importLicences(database, [licence], 'test', AT);
    const again = await importLicences(database, [licence], 'test', AT);
    expect(again).toMatchObject({ changed: 0, unchanged: 1 });
    const { revision } = await importLicences(database, [{ ...licence, status: 'suspended' }], 'test', AT);
    const id = licence.id.replace(' ', '').toUpperCase();
    const answers = await createPostgresLicenceRegister(database).find([id, 'NOWHERE']);
    expect(answers.get(id)).toEqual({
      state: 'found',
      value: { ...licence, id, status: 'suspended', revision },
      from: `licences@${revision}`,
    });
    expect(answers.get('NOWHERE')).toEqual({ state: 'absent', from: `licences@${revision}` });
    const history = await database.query<{ before: { status: string } | null }>(
      'SELECT before FROM licence_history WHERE licence_id = $1 ORDER BY revision',
      [id],
    );
    expect(history.map((row) => row.before?.status)).toEqual([undefined, 'issued']);
  });
});

describe('a database that is away', () => {
  test('given nobody at the address, when asked, then the error is one of infrastructure', async () => {
    const away = openDatabase({
      url: 'postgres://nobody@127.0.0.1:9/none',
      poolSize: 1,
      statementTimeoutMs: 500,
      connectTimeoutMs: 500,
    });
    await expect(away.query('SELECT 1')).rejects.toMatchObject({
      code: 'TDW_POSTGRES_UNAVAILABLE',
      failureClass: 'infrastructure',
    });
    await away.close();
  });

  test('given a statement that does not end, when its time is over, then the error is one of infrastructure', async () => {
    const slow = openDatabase({ url, poolSize: 1, statementTimeoutMs: 200, connectTimeoutMs: 5_000 });
    await expect(slow.query('SELECT pg_sleep(5)')).rejects.toMatchObject({ code: 'TDW_POSTGRES_UNAVAILABLE' });
    await slow.close();
  });

  test('given a connection that is cut in the middle of a transaction, when it fails, then the error is one of infrastructure and the process lives', async () => {
    const wire = await openTcpProxy(Number(new URL(url).port));
    const through = new URL(url);
    through.port = String(wire.port);
    const cut = openDatabase({ url: through.href, poolSize: 1, statementTimeoutMs: 5_000, connectTimeoutMs: 5_000 });
    const work = cut.transaction(async (query) => {
      await query('SELECT 1');
      wire.cut();
      await new Promise((resolve) => setImmediate(resolve));
      return query('SELECT 2');
    });
    await expect(work).rejects.toMatchObject({ failureClass: 'infrastructure' });
    wire.mend();
    expect(await cut.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await cut.close();
    await wire.close();
  });

  test('given a statement of ours that is wrong, when asked, then the error is not taken for weather', async () => {
    await expect(database.query('SELECT nonsense')).rejects.not.toMatchObject({ code: 'TDW_POSTGRES_UNAVAILABLE' });
  });
});
