import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresAuditStore } from '../../../services/adapters/postgres/audit-store.ts';
import { openDatabase } from '../../../services/adapters/postgres/database.ts';
import { migrate, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import type { Outcome } from '../../../services/risk/messages/outcome.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';

const { url } = await postgresForTests();
const database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });
const store = createPostgresAuditStore(database);

const outcome = (): Outcome => ({
  outcomeId: randomUUID(),
  declarationId: '26GB7XQ1LV0KZP4RA3',
  version: 1,
  inspection: 'physical',
  inspectedAt: '2026-11-20T09:00:00Z',
  recordedAt: '2026-11-22T08:00:00Z',
  recordedBy: 'officer-7',
  disposition: 'released',
  items: [],
});

beforeAll(async () => {
  await migrate(database, await readMigrations(join(import.meta.dirname, '../../../infra/migrations')));
});
afterAll(() => database.close());

describe('outcomes on record', () => {
  test('given an outcome, when its file is recorded again later, then it stands once and nothing conflicts', async () => {
    const first = outcome();
    expect(await store.recordOutcomes([first])).toMatchObject({ written: 1, repeated: 0, conflicting: [] });
    expect(await store.recordOutcomes([{ ...first, recordedAt: '2026-11-23T08:00:00Z' }])).toMatchObject({
      written: 0,
      repeated: 1,
      conflicting: [],
    });
  });

  test('given an outcome, when another comes under its id, then the first stands and the id is told', async () => {
    const first = outcome();
    await store.recordOutcomes([first]);
    expect(await store.recordOutcomes([{ ...first, disposition: 'seized' }, outcome()])).toMatchObject({
      written: 1,
      repeated: 0,
      conflicting: [first.outcomeId],
    });
    expect(
      await database.query('SELECT content::jsonb ->> $2 AS disposition FROM outcomes WHERE outcome_id = $1', [
        first.outcomeId,
        'disposition',
      ]),
    ).toEqual([{ disposition: 'released' }]);
  });
});
