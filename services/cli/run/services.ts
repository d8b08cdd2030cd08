import { join } from 'node:path';
import type { Settings } from '../../../config/settings.ts';
import { projectRoot } from '../../adapters/config/project-root.ts';
import type { Log } from '../../adapters/logging/create-log.ts';
import { errorFields } from '../../adapters/logging/error-fields.ts';
import { kafkaLog } from '../../adapters/logging/kafka-log.ts';
import { loadPolicy } from '../../adapters/policy-files/load-policy.ts';
import { pendingMigrations, readMigrations } from '../../adapters/postgres/migrate.ts';
import type { OpenPartitionWriter } from '../../adapters/kafka/partition-writer.ts';
import type { Database } from '../../adapters/postgres/database.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { noCheckpoint, type OnCheckpoint } from '../../scoring/ports/stream.ts';
import { composeCodecs } from '../compose/codecs.ts';
import { composeStreamKafka } from '../compose/kafka.ts';
import { composeDatabase } from '../compose/postgres.ts';
import { composeReference } from '../compose/reference.ts';
import { startAudit } from './audit.ts';
import { startScoring } from './scoring.ts';
import { SERVICES, type ServiceName, type Watch } from './watch.ts';

export interface ServicesOptions {
  /** All of them where none is named. */
  readonly only?: readonly ServiceName[];
  readonly log: Log;
  readonly watch: Watch;
  readonly now: () => number;
  /** For tests that kill a process at named moments. */
  readonly checkpoint?: OnCheckpoint;
  /** For the test that takes the fence away. */
  readonly openWriter?: OpenPartitionWriter;
}

export interface RunningServices {
  readonly database: Database;
  /** Answers the open batches, then leaves. */
  stop(): Promise<void>;
}

export const migrationsFolder = (): string => join(projectRoot(), 'infra', 'migrations');

/**
 * Starts the services of one process. Several processes share the work by consumer group.
 * @throws TDW_MIGRATION_PENDING where the database is not up to date, and what its parts throw
 */
export async function startServices(settings: Settings, options: ServicesOptions): Promise<RunningServices> {
  const { log, watch, now, checkpoint = noCheckpoint } = options;
  const only = options.only ?? SERVICES;
  const database = await composeDatabase(settings.postgres, (error) => log('postgres.connectionLost', errorFields(error)));
  try {
    await refusePending(database);
    const kafka = await composeStreamKafka(settings.kafka, kafkaLog(log));
    const codecs = await composeCodecs(settings);
    const parts = { settings, kafka, database, codecs, watch, checkpoint, now };
    const consumers = await Promise.all(
      only.map(async (service) => {
        switch (service) {
          case 'scoring':
            return startScoring({ ...parts, openWriter: options.openWriter, policy: loadPolicy(settings.policyDir), reference: await composeReference(settings, database, kafka, codecs) });
          case 'audit':
            return startAudit(parts);
        }
      }),
    );
    return {
      database,
      stop: async () => {
        await Promise.all(consumers.map((consumer) => consumer.stop()));
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function refusePending(database: Database): Promise<void> {
  const pending = await pendingMigrations(database.query, await readMigrations(migrationsFolder()));
  if (pending.length > 0) throw new TidewaiterError('TDW_MIGRATION_PENDING', `The database lacks ${pending.map((migration) => migration.name).join(', ')}.`);
}
