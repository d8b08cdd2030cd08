import { logLevel } from 'kafkajs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LocalKafka, startLocalKafka } from '../../../infra/local/kafka/start-local-kafka.ts';
import { type LocalPostgres, startLocalPostgres } from '../../../infra/local/postgres/start-local-postgres.ts';
import { openKafka } from '../../../services/adapters/kafka/committed/open-kafka.ts';
import { createMemoryModel } from '../../../services/adapters/memory/risk-model.ts';
import { startWatchedProcess, TOPICS, type WatchedProcess } from './watched-process.ts';

/** A pair of servers of its own: others must not feel it when they are taken away. */
describe('each dependency is taken away in turn', () => {
  let kafka: LocalKafka;
  let postgres: LocalPostgres;
  let watched: WatchedProcess;

  beforeAll(async () => {
    [kafka, postgres] = await Promise.all([startLocalKafka(), startLocalPostgres()]);
    watched = await startWatchedProcess(kafka.brokers, postgres.url);
    await watched.untilReady();
  });

  afterEach(async () => {
    expect((await watched.get('/livez')).status, 'a process that lacks something is alive all the same').toBe(200);
  });

  afterAll(async () => {
    await watched.stop();
    await Promise.all([kafka.stop(), postgres.stop()]);
  });

  test('given everything, then it is ready and names every check', async () => {
    const { checks } = await watched.ready();
    expect(checks.map(({ check }) => check).sort()).toEqual([
      'edition',
      'kafka',
      'licence-register',
      'migrations',
      'models',
      'postgres',
      'reference',
      'scoring',
    ]);
  });

  test('given Postgres ended, then it is not ready until Postgres is back', async () => {
    await postgres.halt();
    expect(await watched.untilMissing('postgres')).toContain('TDW_POSTGRES_UNAVAILABLE');
    expect(await (await watched.get('/metrics')).text()).toContain('tidewaiter_check_ready{check="postgres"} 0');
    await postgres.resume();
    await watched.untilReady();
  });

  test('given a table that is locked, so that Postgres neither answers nor refuses, then it is not ready until it is answered', async () => {
    const reason = await watched.database.transaction(async (query) => {
      await query('LOCK TABLE schema_migrations IN ACCESS EXCLUSIVE MODE');
      return watched.untilMissing('migrations');
    });
    expect(reason).toContain('no answer within');
    await watched.untilReady();
  });

  test('given a declaration that waits for Postgres, then scoring says so until it has gone through', async () => {
    await postgres.halt();
    const client = openKafka({ brokers: [kafka.brokers], logLevel: logLevel.NOTHING });
    const producer = client.producer();
    await producer.connect();
    await producer.send({ topic: TOPICS.input, messages: [{ key: '26GB1', value: 'a declaration' }] });
    await producer.disconnect();
    expect(await watched.untilMissing('scoring')).toContain('TDW_POSTGRES_UNAVAILABLE');
    await postgres.resume();
    await watched.untilReady();
  });

  test('given the broker ended, then it is not ready until the broker is back and the group is joined again', async () => {
    await kafka.halt();
    await watched.untilMissing('kafka');
    await kafka.resume();
    await watched.untilReady();
  });

  test('given a topic that is gone, then it is missed by name', async () => {
    const admin = openKafka({ brokers: [kafka.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [TOPICS.output] });
    expect(await watched.untilMissing('kafka')).toContain(TOPICS.output);
    await admin.createTopics({ waitForLeaders: false, topics: [{ topic: TOPICS.output, numPartitions: 2 }] });
    await admin.disconnect();
    await watched.untilReady();
  });

  test('given a database that lacks a migration, then it is missed by name', async () => {
    const [last] = await watched.database.query<{ name: string; hash: string }>(
      'DELETE FROM schema_migrations WHERE name = (SELECT max(name) FROM schema_migrations) RETURNING name, hash',
    );
    expect(await watched.untilMissing('migrations')).toContain(last!.name);
    await watched.database.query('INSERT INTO schema_migrations (name, hash) VALUES ($1, $2)', [
      last!.name,
      last!.hash,
    ]);
    await watched.untilReady();
  });

  test('given a licence register that was never loaded, then it is not ready until it is', async () => {
    await watched.database.query('DELETE FROM licence_register');
    await watched.untilMissing('licence-register');
    await watched.database.query(
      "INSERT INTO licence_register (revision, loaded_at, source) VALUES (2, now(), 'test')",
    );
    await watched.untilReady();
  });

  test('given no reference data, an edition that cannot be loaded for too long, or a model that fails, then each is missed until it is back', async () => {
    const { sourceDays, edition, model: working } = watched.inHand;
    watched.inHand.sourceDays = undefined;
    expect(await watched.untilMissing('reference')).toContain('nomenclature');
    watched.inHand.sourceDays = sourceDays;
    await watched.untilReady();
    watched.inHand.edition = { ...edition, wanted: { id: 'cd', since: 0, code: 'TDW_MODEL_MISSING' } };
    expect(await watched.untilMissing('edition')).toContain('TDW_MODEL_MISSING');
    watched.inHand.edition = edition;
    await watched.untilReady();
    const noArtefact = (): never => {
      throw new Error('no artefact');
    };
    watched.inHand.model = createMemoryModel(() => ({ status: 'ok' }), { onCall: noArtefact });
    expect(await watched.untilMissing('models')).toContain('anomaly');
    watched.inHand.model = working;
    await watched.untilReady();
  });
});
