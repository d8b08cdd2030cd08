import { fileURLToPath } from 'node:url';
import { logLevel } from 'kafkajs';
import { Registry } from 'prom-client';
import { openKafka } from '../../../services/adapters/kafka/committed/open-kafka.ts';
import { type Processor, startExactlyOnce } from '../../../services/adapters/kafka/stream/exactly-once.ts';
import { createMemoryModel } from '../../../services/adapters/memory/risk-model.ts';
import { type Database, openDatabase } from '../../../services/adapters/postgres/database.ts';
import { migrate, readMigrations } from '../../../services/adapters/postgres/migrate.ts';
import { readinessMetrics } from '../../../services/adapters/prometheus/process-metrics.ts';
import type { EditionStanding } from '../../../services/adapters/readiness/health-checks.ts';
import { startHealthServer } from '../../../services/adapters/readiness/health-server.ts';
import type { ReadinessState } from '../../../services/adapters/readiness/readiness.ts';
import { watchReadiness } from '../../../services/adapters/readiness/watch-readiness.ts';
import { type Day, utcDayOf } from '../../../services/risk/declaration/day.ts';
import type { RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import { pollUntil } from '../../harness/poll-until.ts';

const DAY = 86_400_000;
const MIGRATIONS = fileURLToPath(new URL('../../../infra/migrations/', import.meta.url));

export const TOPICS = { input: 'customs.declarations', output: 'customs.assessments' };

/** What can be taken away from the process beside its servers. */
export interface Removable {
  edition: EditionStanding;
  sourceDays: Record<string, Day> | undefined;
  model: RiskModel;
}

export interface WatchedProcess {
  readonly database: Database;
  readonly inHand: Removable;
  ready(): Promise<ReadinessState & { readonly status: number }>;
  /** Resolves once /readyz answers 503 because of this check; with the reason. */
  untilMissing(check: string): Promise<string>;
  untilReady(): Promise<void>;
  get(path: string): Promise<Response>;
  stop(): Promise<void>;
}

/** A process that judges, as far as readiness goes: a member of its group that asks the database for each batch, watched and served over HTTP. */
export async function startWatchedProcess(brokers: string, postgresUrl: string): Promise<WatchedProcess> {
  const database = openDatabase({ url: postgresUrl, poolSize: 4, statementTimeoutMs: 3_000, connectTimeoutMs: 2_000 });
  const migrations = await readMigrations(MIGRATIONS);
  await migrate(database, migrations);
  await database.query("INSERT INTO licence_register (revision, loaded_at, source) VALUES (1, now(), 'test')");
  const kafka = openKafka({
    clientId: 'watched',
    brokers: [brokers],
    logLevel: logLevel.NOTHING,
    requestTimeout: 3_000,
    retry: { initialRetryTime: 50, maxRetryTime: 500, retries: 3 },
  });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    waitForLeaders: true,
    topics: Object.values(TOPICS).map((topic) => ({ topic, numPartitions: 2 })),
  });

  const inHand: Removable = {
    edition: { inForce: 'ab' },
    sourceDays: { nomenclature: utcDayOf(Date.now()) },
    model: createMemoryModel(() => ({ status: 'ok' })),
  };
  const readiness = watchReadiness({
    services: ['scoring'],
    database,
    migrations,
    admin,
    topics: Object.values(TOPICS),
    judging: {
      edition: () => inHand.edition,
      reference: () => (inHand.sourceDays ? { sourceDays: inHand.sourceDays } : undefined),
      requiredSets: ['nomenclature'],
      settings: {
        licenceRegister: 'expected',
        editionGrace: 0,
        oldAfter: { tariff: DAY, nomenclature: DAY * 400, exchangeRates: DAY, usualRatios: DAY, licences: DAY },
      },
      models: () => [inHand.model],
      onStoredSources: () => undefined,
    },
    healthChecks: { everyMs: 100, timeoutMs: 1_500 },
    now: Date.now,
  });
  const registry = new Registry();
  readinessMetrics(registry, readiness);
  const server = await startHealthServer({
    host: '127.0.0.1',
    port: 0,
    registry,
    livez: () => true,
    readyz: () => readiness.state(),
  });
  const askDatabase: Processor = async (records) => {
    await database.query('SELECT 1');
    return records.map(({ key, value }) => ({ topic: TOPICS.output, key, value: value! }));
  };
  const consumer = await startExactlyOnce(kafka, SETTINGS, askDatabase, {
    observe: (event) => readiness.consumer('scoring', event),
  });

  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${server.port}${path}`);
  const ready: WatchedProcess['ready'] = async () => {
    const response = await get('/readyz');
    return { status: response.status, ...((await response.json()) as ReadinessState) };
  };
  const polled = (
    what: string,
    of: (state: Awaited<ReturnType<typeof ready>>) => string | undefined,
  ): Promise<string> => {
    let seen: object | undefined;
    const look = async (): Promise<string | undefined> => {
      const state = await ready();
      seen = state;
      return of(state);
    };
    return pollUntil(look, { what, timeoutMs: SEEN_WITHIN_MS, seen: () => seen });
  };
  return {
    database,
    inHand,
    ready,
    get,
    untilMissing: (check) =>
      polled(`${check} is missed`, ({ status, checks }) => {
        const found = checks.find((one) => one.check === check);
        return status === 503 && found?.status === 'failing' ? found.reason : undefined;
      }),
    untilReady: async () => {
      await polled('all is ready', ({ status }) => (status === 200 ? 'ready' : undefined));
    },
    stop: async () => {
      await consumer.stop().catch(() => undefined);
      await readiness.stop();
      await server.stop();
      await admin.disconnect().catch(() => undefined);
      await database.close();
    },
  };
}

/** Health checks look every tenth of a second, but a broker that was ended takes its time to come back. */
const SEEN_WITHIN_MS = 50_000;

const SETTINGS = {
  groupId: 'watched-scoring',
  topics: [TOPICS.input],
  sessionTimeoutMs: 6_000,
  heartbeatIntervalMs: 500,
  maxBytesPerPartition: 100_000,
  metadataMaxAgeMs: 30_000,
  partitionsConcurrently: 2,
  batchRecords: 10,
  batchBytes: 100_000,
  backoffMs: [50, 500] as const,
  transactionTimeoutMs: 10_000,
  compression: 'none' as const,
  maxSendBytes: 900_000,
};
