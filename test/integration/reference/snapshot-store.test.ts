import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../services/adapters/postgres/database.ts';
import { migrate, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import { createPostgresSnapshotStore } from '../../../services/adapters/postgres/snapshot-store.ts';
import { readShippedSnapshots } from '../../../services/adapters/reference-files/shipped-reference.ts';
import { snapshotStoreContract } from '../../contract/ports/snapshot-store.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';

const { url } = await postgresForTests();
const database = openDatabase({ url, poolSize: 4, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });

beforeAll(async () => {
  await migrate(database, await readMigrations(join(import.meta.dirname, '../../../infra/migrations')));
});
afterAll(() => database.close());

async function emptyStore(): Promise<ReturnType<typeof createPostgresSnapshotStore>> {
  await database.query('TRUNCATE reference_snapshots CASCADE');
  return createPostgresSnapshotStore(database);
}

describe('snapshots in Postgres', () => {
  snapshotStoreContract(emptyStore);

  test('given the shipped set, then every byte comes back', async () => {
    const store = await emptyStore();
    for (const sealed of readShippedSnapshots()) {
      await store.save(sealed);
      expect(await store.find(sealed.version)).toEqual(sealed);
    }
  });

  test('given a row that somebody changed, then it is refused by its hash', async () => {
    const store = await emptyStore();
    const [sealed] = readShippedSnapshots();
    await store.save(sealed!);
    await database.query("UPDATE reference_snapshots SET document = replace(document, 'a', 'b')");
    await expect(store.find(sealed!.version)).rejects.toMatchObject({ code: 'TDW_REFERENCE_TAMPERED' });
  });
});
