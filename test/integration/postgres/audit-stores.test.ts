import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresAuditStore } from '../../../services/adapters/postgres/audit-store.ts';
import { openDatabase } from '../../../services/adapters/postgres/database.ts';
import { createPostgresInspectionResults } from '../../../services/adapters/postgres/inspection-results.ts';
import { migrate, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import { createPostgresTraderHistory } from '../../../services/adapters/postgres/trader-history-store.ts';
import type { AuditStore } from '../../../services/audit/ports/audit-store.ts';
import { auditStoreContract } from '../../contract/ports/audit-store.ts';
import { inspectionResultsContract } from '../../contract/ports/inspection-results.ts';
import { outcomeOf } from '../../contract/ports/on-record.ts';
import { traderHistoryContract } from '../../contract/ports/trader-history-store.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';

const { url } = await postgresForTests();
const database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });

beforeAll(async () => {
  await migrate(database, await readMigrations(join(import.meta.dirname, '../../../infra/migrations')));
});
afterAll(() => database.close());

async function emptyStore(): Promise<AuditStore> {
  await database.query('TRUNCATE recorded, assessments, outcomes, counted_declarations, trader_history, history_state');
  return createPostgresAuditStore(database);
}

describe('audit in Postgres', () => {
  auditStoreContract(emptyStore);

  test('given an outcome under an id that is on record, then what is on record stays as it is', async () => {
    const store = await emptyStore();
    const first = outcomeOf('26GB7XQ1LV0KZP4RA3', []);
    for (const disposition of ['released', 'seized'] as const) await store.recordOutcomes([{ ...first, disposition }]);
    const kept = await database.query("SELECT content::jsonb ->> 'disposition' AS disposition FROM outcomes");
    expect(kept).toEqual([{ disposition: 'released' }]);
  });
});

describe("traders' history in Postgres", () =>
  traderHistoryContract(async () => ({ audit: await emptyStore(), history: createPostgresTraderHistory(database) })));

describe('results of inspections in Postgres', () =>
  inspectionResultsContract(async () => ({
    store: await emptyStore(),
    results: createPostgresInspectionResults(database, 'Europe/London'),
  })));
