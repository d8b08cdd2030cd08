import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countDeclarations } from '../../../services/adapters/postgres/count-history.ts';
import { openDatabase } from '../../../services/adapters/postgres/database.ts';
import { migrate, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import { createPostgresTraderHistory } from '../../../services/adapters/postgres/trader-history-store.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { historyKeys, historyQueryOf } from '../../../services/risk/trader/trader-history.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';

const { url } = await postgresForTests();
const database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });

beforeAll(async () => {
  await migrate(database, await readMigrations(join(import.meta.dirname, '../../../infra/migrations')));
});
afterAll(() => database.close());

test('given parties with the longest names that a declaration may state, when it is counted, then it is, and known again', async () => {
  const named = (): object => ({
    name: randomBytes(2_000).toString('hex'),
    address: { countryCode: 'JP' },
    communications: [],
  });
  const event = {
    exporter: named(),
    goodsShipment: { consignee: named(), destinationCountryCode: 'JP' },
    goodsItems: [],
  } as unknown as DeclarationEvent;
  const query = historyQueryOf(event);
  await database.transaction((ask) =>
    countDeclarations(
      ask,
      [{ declarationId: 'MRN1', day: '2026-11-22', keys: historyKeys(query), referred: false }],
      'assessments/0@1',
    ),
  );
  const [known] = await createPostgresTraderHistory(database).read([query]);
  expect(known).toMatchObject({ state: 'found', value: { total: { declarations: 1 } } });
  expect(Object.values((known as { value: { consignees: object } }).value.consignees)).toMatchObject([
    { declarations: 1 },
  ]);
});
