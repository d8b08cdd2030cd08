import { join } from 'node:path';
import type { Settings } from '../../config/settings.ts';
import { topicNames } from '../../config/topic-names.ts';
import { type Codecs, createCodecs } from '../../services/adapters/avro/codecs.ts';
import { loadSettings } from '../../services/adapters/config/load-settings.ts';
import { createLog } from '../../services/adapters/logging/create-log.ts';
import { type Database, openDatabase } from '../../services/adapters/postgres/database.ts';
import { migrate, readMigrations } from '../../services/adapters/postgres/migrate.ts';
import type { DeclarationEvent } from '../../services/risk/declaration/declaration-event.ts';
import { migrationsFolder } from '../../services/runtime/parts.ts';
import { type RunningServices, type ServicesOptions, startServices } from '../../services/runtime/start-services.ts';
import { type KafkaForTests, kafkaForTests } from './kafka-for-tests.ts';
import { makeTopics } from './make-ready.ts';
import { postgresForTests } from './postgres-for-tests.ts';

/** A corner of the real servers in which the whole stream can run: topics made, database migrated. */
export interface StreamForTests {
  readonly settings: Settings;
  /** The settings as environment variables, for processes of their own. */
  readonly variables: Readonly<Record<string, string>>;
  readonly kafka: KafkaForTests;
  readonly topics: ReturnType<typeof topicNames>;
  readonly database: Database;
  readonly codecs: Codecs;
  start(options?: Partial<ServicesOptions>): Promise<RunningServices>;
  /** Sends records to the declarations topic; an event is encoded and keyed by its declaration id. */
  publish(
    records: readonly (DeclarationEvent | { readonly key: string | null; readonly value: Buffer })[],
  ): Promise<void>;
}

/** Await at the top of a test file. @param given settings of one's own, as environment variables */
export async function streamForTests(given: Readonly<Record<string, string>> = {}): Promise<StreamForTests> {
  const kafka = kafkaForTests();
  const { url } = await postgresForTests();
  const variables = {
    TIDEWAITER_ENV: 'test',
    TIDEWAITER_KAFKA_BROKERS: kafka.brokers,
    TIDEWAITER_KAFKA_GROUP_ID: `${kafka.prefix}tidewaiter`,
    TIDEWAITER_KAFKA_TOPICS_PREFIX: kafka.prefix,
    TIDEWAITER_POSTGRES_URL: url,
    ...given,
  };
  const { settings } = loadSettings({ workingDirectory: join(import.meta.dirname, '../..'), variables });
  const database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 30_000, connectTimeoutMs: 10_000 });
  await migrate(database, await readMigrations(migrationsFolder()));
  await makeTopics(kafka.client(), settings);
  const topics = topicNames(settings.kafka.topics);
  const codecs = createCodecs();
  const log = createLog(settings.logging.level);
  return {
    settings,
    variables,
    kafka,
    topics,
    database,
    codecs,
    start: (options) => startServices(settings, { log, now: Date.now, ...options }),
    publish: async (records) => {
      const producer = kafka.client().producer({ idempotent: true, maxInFlightRequests: 1 });
      await producer.connect();
      const messages = records.map((record) =>
        'eventId' in record ? { key: record.declarationId, value: codecs.declarationEvent.encode(record) } : record,
      );
      for (let start = 0; start < messages.length; start += 500)
        await producer.send({ topic: topics.declarations, messages: messages.slice(start, start + 500) });
      await producer.disconnect();
    },
  };
}
