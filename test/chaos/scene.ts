import '../../services/adapters/kafka/compression.ts';
import { type Kafka, logLevel } from 'kafkajs';
import type { Settings } from '../../config/settings.ts';
import { topicNames } from '../../config/topic-names.ts';
import { type LocalKafka, startLocalKafka } from '../../infra/local/kafka/start-local-kafka.ts';
import { DURABLE } from '../../infra/local/postgres/durable.ts';
import { type LocalPostgres, startLocalPostgres } from '../../infra/local/postgres/start-local-postgres.ts';
import { loadSettings } from '../../services/adapters/config/load-settings.ts';
import { openKafka } from '../../services/adapters/kafka/committed/open-kafka.ts';
import { type Database, openDatabase } from '../../services/adapters/postgres/database.ts';
import { generateLicences } from '../../services/generator/generate-trade.ts';
import type { Licence } from '../../services/risk/facts/facts.ts';
import { decimal } from '../harness/checked.ts';
import { type HoldingProxy, openHoldingProxy } from '../harness/holding-proxy.ts';
import { makeReady } from '../harness/make-ready.ts';
import { openTcpProxy, type TcpProxy } from '../harness/tcp-proxy.ts';

/** Real servers of the campaign's own, with everything made ready for the services. */
export interface Scene {
  readonly kafka: LocalKafka;
  readonly postgres: LocalPostgres;
  /** The workers' way to Postgres. */
  readonly wire: TcpProxy;
  /** The workers' way to Kafka. */
  readonly kafkaWire: HoldingProxy;
  /** Past the wire. */
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
  const kafkaWire = await openHoldingProxy();
  const [kafka, postgres] = await Promise.all([
    startLocalKafka({ report, advertisedPort: kafkaWire.port }),
    startLocalPostgres({ report, settings: DURABLE }),
  ]);
  kafkaWire.leadTo(kafka.port);
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
  const client = openKafka({
    clientId: 'chaos',
    brokers: kafka.directBrokers.split(','),
    logLevel: logLevel.NOTHING,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 30 },
  });
  const database = openDatabase({
    url: postgres.url,
    poolSize: 2,
    statementTimeoutMs: 60_000,
    connectTimeoutMs: 10_000,
  });
  await makeReady(client, database, settings, scarceLicences(seed));
  return {
    ...{ kafka, postgres, wire, kafkaWire, client, database, settings, environment },
    topics: topicNames(settings.kafka.topics),
    stop: async () => {
      await database.close();
      await Promise.all([wire.close(), kafkaWire.close()]);
      await Promise.all([kafka.stop(), postgres.stop()]);
    },
  };
}

/** So little that some draws are covered and others are not. */
const SCARCE_KILOGRAMS = decimal('2000');

function scarceLicences(seed: number): readonly Licence[] {
  return generateLicences(seed).map((licence) => ({
    ...licence,
    lines: licence.lines.map((line) => ({ ...line, quantity: SCARCE_KILOGRAMS })),
  }));
}
