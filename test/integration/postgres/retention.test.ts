import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureMonths } from '../../../services/adapters/postgres/assessment-months.ts';
import { openDatabase } from '../../../services/adapters/postgres/database.ts';
import { migrate, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import { applyRetention } from '../../../services/adapters/postgres/retention.ts';
import { sha256Hex } from '../../../services/risk/json/canonical.ts';
import { instant } from '../../harness/checked.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';

const { url } = await postgresForTests();
const database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 10_000, connectTimeoutMs: 5_000 });
const DAY = 86_400_000;
const YEAR = 365 * DAY;
const NOW = Date.parse('2026-11-22T08:00:00Z');
const RETENTION = {
  assessments: 4 * YEAR,
  events: 4 * YEAR,
  traderHistory: 4 * YEAR,
  licenceHistory: 4 * YEAR,
  outcomes: 4 * YEAR,
  accesses: 7 * YEAR,
  redrives: 7 * YEAR,
};
const [LONG_AGO, FIVE_YEARS_AGO, YESTERDAY] = ['2019-03-02T00:00:00Z', '2021-11-22T00:00:00Z', '2026-11-21T00:00:00Z'];

/** One row of each table that is said to have come about at that time. */
async function fill(at: string): Promise<void> {
  const [id, declaration] = [randomUUID(), `declaration of ${at}`];
  await ensureMonths(database, [instant(at)]);
  await database.query(
    "INSERT INTO events (event_id, declaration_id, event_type, version, topic, partition, \"offset\", registered_at) VALUES ($1, $2, 'lodged', 1, 'declarations', 0, 1, $3)",
    [id, declaration, at],
  );
  await database.query(
    "INSERT INTO write_offs (event_id, item, document, licence_id, quantity, answer, status, superseded_by, reserved_at) VALUES ($1, 1, 0, 'L', 1, 'yes', 'final', NULL, $2), ($1, 1, 1, 'L', 1, 'yes', 'released', NULL, $2), ($1, 1, 2, 'L', 1, 'yes', 'final', $1, $2)",
    [id, at],
  );
  await database.query("INSERT INTO recorded VALUES ($1, 'hash', $2)", [id, at]);
  await database.query(
    "INSERT INTO assessments VALUES ($1, $2, $1, 'lodged', $3, 1, 'risk', 'green', 0, 'policy', '1', 1, 'hash', '', '{}', '{}', 'declarations', 0, 1)",
    [id, at, declaration],
  );
  await database.query("INSERT INTO trader_history VALUES ($1, 'all', '', 1, 0, 0, $2, $2)", [`id:${at}`, at]);
  await database.query('INSERT INTO counted_declarations VALUES ($1, $2, false)', [
    declaration,
    JSON.stringify({ day: at.slice(0, 10), keys: [] }),
  ]);
  await database.query(
    'INSERT INTO licence_history VALUES (\'L\', extract(epoch FROM $1::timestamptz)::bigint, $1, \'{"holder_name": "before"}\', \'{"holder_name": "after"}\')',
    [at],
  );
  await database.query("INSERT INTO outcomes VALUES ($1, $2, $3, false, '{}')", [id, declaration, at]);
  await database.query(
    "INSERT INTO accesses (at, who, command, subject, reason) VALUES ($1, 'somebody', 'show', 'a declaration', 'a request')",
    [at],
  );
  await database.query(
    "INSERT INTO redrives (at, who, reason, topic, partition, \"offset\") VALUES ($1, 'somebody', 'mended', 'declarations', 0, 1)",
    [at],
  );
  await fillEdition(at, id);
}

const TABLES = [
  'events',
  'write_offs',
  'recorded',
  'assessments',
  'trader_history',
  'counted_declarations',
  'licence_history',
  'outcomes',
  'accesses',
  'redrives',
  'editions',
  'reference_snapshots',
] as const;

/** Tables that no retention touches, and why each may stay. */
const KEPT: Readonly<Record<string, string>> = {
  policies: 'a decision is replayed with the policy that it was made by; no personal data',
  reference_active: 'one row a name',
  licences: 'the authority keeps it: what it says now is all it holds',
  licence_register: 'one row',
  history_state: 'one row',
  model_baselines: 'some ten rows a version of a model; counts, no personal data',
  schema_migrations: 'one row a migration',
};

/** An edition with two snapshots, one of its own and one that all have. */
async function fillEdition(at: string, id: string): Promise<void> {
  const [own, shared] = [sha256Hex(`snapshot of ${at}`), sha256Hex('snapshot of all')];
  for (const version of [own, shared])
    await database.query(
      "INSERT INTO reference_snapshots (version, name, source_day, document) VALUES ($1, 'tariff/US', '2019-01-01', '{}') ON CONFLICT DO NOTHING",
      [version],
    );
  await database.query('INSERT INTO editions VALUES ($1, $2, $3, $3)', [
    sha256Hex(id),
    JSON.stringify({ policy: sha256Hex('policy'), 'reference/tariff/US': own, 'reference/nomenclature': shared }),
    at,
  ]);
}

async function left(): Promise<Readonly<Record<string, number>>> {
  const counts = await Promise.all(
    TABLES.map(async (table) => [table, (await database.query(`SELECT 1 FROM ${table}`)).length] as const),
  );
  return Object.fromEntries(counts);
}

beforeAll(async () => {
  await migrate(database, await readMigrations(join(import.meta.dirname, '../../../infra/migrations')));
});
beforeEach(() => database.query(`TRUNCATE ${TABLES.join(', ')}, history_state, reference_active`));
afterAll(() => database.close());

describe('retention of tables', () => {
  test('given records of all ages, when it is applied, then what is past its time goes from every table, and nothing else', async () => {
    for (const at of [LONG_AGO, FIVE_YEARS_AGO, YESTERDAY]) await fill(at);
    await applyRetention(database, RETENTION, NOW);
    expect(await left()).toEqual({
      events: 1,
      recorded: 1,
      assessments: 1,
      trader_history: 1,
      counted_declarations: 1,
      licence_history: 1,
      outcomes: 1,
      // What was written off a licence stands as long as the register does; of write-offs that no longer count nothing is left to know.
      write_offs: 3 + 2,
      // Who read or sent again what is kept for seven years.
      accesses: 2,
      redrives: 2,
      // What the last edition names, which is all that the assessment that is left needs.
      editions: 1,
      reference_snapshots: 2,
    });
  });

  test('given every table there is, when asked how long it keeps its rows, then retention removes them or a reason is written down', async () => {
    const tables = await database.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition",
    );
    expect(tables.map(({ name }) => name).sort()).toEqual([...TABLES, ...Object.keys(KEPT)].sort());
  });

  test('given editions that nothing on record names any more, then they go with the last month that may name them; the one in use stays, and so does a snapshot that was never in force', async () => {
    await fillEdition('2022-11-01T00:00:00Z', 'last used in November');
    await fillEdition('2021-11-01T00:00:00Z', 'in use all the time');
    await database.query("UPDATE editions SET last_recorded_at = '2026-11-21T00:00:00Z' WHERE edition_id = $1", [
      sha256Hex('in use all the time'),
    ]);
    await database.query(
      "INSERT INTO reference_snapshots (version, name, source_day, document) VALUES ($1, 'tariff/GB', '2019-01-01', '{}')",
      [sha256Hex('never in force')],
    );
    const counts = async (): Promise<readonly (number | undefined)[]> => {
      const { editions, reference_snapshots: snapshots } = await left();
      return [editions, snapshots];
    };
    const month = Date.parse('2022-12-01T00:00:00Z') + RETENTION.assessments;
    await applyRetention(database, RETENTION, month - DAY);
    expect(await counts()).toEqual([2, 4]);
    await applyRetention(database, RETENTION, month);
    expect(await counts()).toEqual([1, 3]);
  });

  test('given a history that covers more than is kept, when it is applied, then it says that it covers what is left: what was removed is not "never seen"', async () => {
    await database.query("INSERT INTO history_state VALUES (true, '2019-03-02', 'assessments/0@1')");
    await applyRetention(database, RETENTION, NOW);
    const since = async (): Promise<unknown> =>
      (await database.query('SELECT since::text FROM history_state'))[0]?.['since'];
    expect(await since()).toBe('2022-11-23');
    await applyRetention(database, { ...RETENTION, traderHistory: 10 * YEAR }, NOW);
    expect(await since()).toBe('2022-11-23');
  });

  test('given a month of which a day is within its time, then the whole month stays, and goes when its last day has passed', async () => {
    await fill('2022-11-01T00:00:00Z');
    const month = Date.parse('2022-12-01T00:00:00Z') + RETENTION.assessments;
    expect(await applyRetention(database, RETENTION, month - DAY)).not.toContainEqual({
      kind: 'partition',
      table: 'assessments_2022_11',
    });
    expect((await left())['assessments']).toBe(1);
    expect(await applyRetention(database, RETENTION, month)).toContainEqual({
      kind: 'partition',
      table: 'assessments_2022_11',
    });
    expect((await left())['assessments']).toBe(0);
  });

  test('given more than one statement removes, then all of it goes, by two processes at once too', async () => {
    await database.query(
      "INSERT INTO outcomes SELECT gen_random_uuid(), 'd', $1, false, '{}' FROM generate_series(1, 10001)",
      [LONG_AGO],
    );
    const removed = await Promise.all([
      applyRetention(database, RETENTION, NOW),
      applyRetention(database, RETENTION, NOW),
    ]);
    expect((await left())['outcomes']).toBe(0);
    expect(
      removed.flat().reduce((rows, one) => rows + (one.kind === 'rows' && one.table === 'outcomes' ? one.rows : 0), 0),
    ).toBe(10_001);
  });
});
