import { Kafka, logLevel } from 'kafkajs';
import { startLocalKafka, type LocalKafka } from '../../infra/local/kafka/start-local-kafka.ts';
import { startLocalPostgres, type LocalPostgres } from '../../infra/local/postgres/start-local-postgres.ts';
import { topicNames } from '../../config/topic-names.ts';
import type { Settings } from '../../config/settings.ts';
import { generateLicences } from '../../infra/demo/generator/generate-trade.ts';
import { loadSettings } from '../../services/adapters/config/load-settings.ts';
import { applyTopics } from '../../services/adapters/kafka-admin/apply-topics.ts';
import { planTopics } from '../../services/adapters/kafka-admin/plan-topics.ts';
import { importLicences } from '../../services/adapters/postgres/licence-store.ts';
import { migrate, readMigrations } from '../../services/adapters/postgres/migrate.ts';
import { openDatabase, type Database } from '../../services/adapters/postgres/database.ts';
import { composeTopics } from '../../services/cli/compose/topics.ts';
import { migrationsFolder } from '../../services/cli/run/services.ts';
import { openTcpProxy, type TcpProxy } from '../harness/tcp-proxy.ts';

/** Real servers of the campaign's own, with everything made ready for the services. */
export interface Scene {
  readonly kafka: LocalKafka;
  readonly postgres: LocalPostgres;
  /** The workers' way to Postgres. */
  readonly wire: TcpProxy;
  readonly client: Kafka;
  /** Past the wire. */
  readonly database: Database;
  readonly settings: Settings;
  readonly topics: ReturnType<typeof topicNames>;
  /** The environment in which the workers run. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const PARTITIONS = 6;

export async function setScene(seed: number, report: (line: string) => void): Promise<Scene> {
  const [kafka, postgres] = await Promise.all([startLocalKafka({ report }), startLocalPostgres({ report })]);
  const wire = await openTcpProxy(postgres.port);
  const through = new URL(postgres.url);
  through.port = String(wire.port);
  const environment = {
    TIDEWAITER_ENV: 'test',
    TIDEWAITER_KAFKA_BROKERS: kafka.brokers,
    TIDEWAITER_KAFKA_TOPICS_PARTITIONS: String(PARTITIONS),
    TIDEWAITER_POSTGRES_URL: through.href,
    TIDEWAITER_POSTGRES_POOL_STATEMENT_TIMEOUT: '3 s',
    TIDEWAITER_POSTGRES_POOL_CONNECTION_TIMEOUT: '2 s',
    TIDEWAITER_SCORING_BATCH_SIZE: '100',
    TIDEWAITER_AUTHORITY_COUNTRY: 'US',
    TIDEWAITER_AUTHORITY_CURRENCY: 'USD',
    TIDEWAITER_AUTHORITY_TIME_ZONE: 'America/New_York',
    TIDEWAITER_LOGGING_LEVEL: 'silent',
  };
  const { settings } = loadSettings({ variables: environment, workingDirectory: process.cwd() });
  const client = new Kafka({ clientId: 'chaos', brokers: kafka.brokers.split(','), logLevel: logLevel.NOTHING, retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 30 } });
  const database = openDatabase({ url: postgres.url, poolSize: 2, statementTimeoutMs: 60_000, connectTimeoutMs: 10_000 });
  await makeReady(client, database, settings, seed);
  return {
    ...{ kafka, postgres, wire, client, database, settings, environment },
    topics: topicNames(settings.kafka.topics),
    stop: async () => {
      await database.close();
      await wire.close();
      await Promise.all([kafka.stop(), postgres.stop()]);
    },
  };
}

async function makeReady(client: Kafka, database: Database, settings: Settings, seed: number): Promise<void> {
  await migrate(database, await readMigrations(migrationsFolder()));
  await importLicences(database, generateLicences(seed), 'generator', '2026-01-01T00:00:00Z');
  const admin = client.admin();
  await admin.connect();
  await applyTopics(admin, planTopics(composeTopics(settings), new Map(), 'keepPartitions'), new Map());
  await admin.disconnect();
}
