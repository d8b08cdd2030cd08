import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureMonths } from '../../../services/adapters/postgres/assessment-months.ts';
import { openDatabase } from '../../../services/adapters/postgres/database.ts';
import { migrate, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import { recordedAssessments, type ReplayRange } from '../../../services/adapters/postgres/recorded-assessments.ts';
import { instant } from '../../harness/checked.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';

const { url } = await postgresForTests();
const setUp = openDatabase({ url, poolSize: 1, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });
const database = openDatabase({ url, poolSize: 1, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });

/** Clocks in London go back at 01:00 UTC: by the clock on the wall, the hour from 00:00 to 01:00 UTC comes again. */
const BEFORE_THE_CLOCKS = Date.parse('2026-10-25T00:00:00Z');
const SECONDS = 3 * 3_600;
const EVERY = 5;
const declarationAt = (second: number): string => `D${String(second)}`;
const all = Array.from({ length: SECONDS / EVERY }, (_, index) => declarationAt(index * EVERY));

async function read(range: ReplayRange): Promise<string[]> {
  const read: string[] = [];
  for await (const { heading } of recordedAssessments(database, range)) read.push(heading.declarationId);
  return read;
}

beforeAll(async () => {
  await setUp.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone = 'Europe/London'`);
  await migrate(setUp, await readMigrations(join(import.meta.dirname, '../../../infra/migrations')));
  await ensureMonths(setUp, [instant('2026-10-25T00:00:00Z')]);
  const ids = all.map(() => randomUUID());
  const times = all.map((_, index) => new Date(BEFORE_THE_CLOCKS + index * EVERY * 1000).toISOString());
  await setUp.query(
    `INSERT INTO assessments SELECT id, at, id, 'lodged', declaration, 1, 'risk', 'green', 0, 'policy', '1', 1, 'hash', '', '{}', '{}', 'declarations', 0, 1
       FROM unnest($1::uuid[], $2::timestamptz[], $3::text[]) AS r(id, at, declaration)`,
    [ids, times, all],
  );
});
afterAll(() => Promise.all([setUp.close(), database.close()]));

describe('recorded assessments, page by page', () => {
  test('given a database that keeps a clock which goes back, when all are read, then each comes once, in the order of its time', async () => {
    expect(await read({})).toEqual(all);
  });

  test('given a range, a declaration or a limit, then what lies in it comes and nothing else', async () => {
    expect(await read({ from: '2026-10-25T01:00:00Z', to: '2026-10-25T01:00:10Z' })).toEqual([
      declarationAt(3_600),
      declarationAt(3_605),
    ]);
    expect(await read({ declarationId: declarationAt(7_200) })).toEqual([declarationAt(7_200)]);
    expect(await read({ limit: 501 })).toEqual(all.slice(0, 501));
  });
});
