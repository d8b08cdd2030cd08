import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { Settings } from '../../config/settings.ts';
import type { Codecs } from '../adapters/avro/codecs.ts';
import { projectRoot } from '../adapters/config/project-root.ts';
import { readActivations } from '../adapters/kafka/reference/reference-topic.ts';
import type { Log } from '../adapters/logging/create-log.ts';
import { errorFields } from '../adapters/logging/error-fields.ts';
import { kafkaLog } from '../adapters/logging/kafka-log.ts';
import type { Database } from '../adapters/postgres/database.ts';
import { type Migration, pendingMigrations, readMigrations } from '../adapters/postgres/migrate.ts';
import { TidewaiterError } from '../risk/failure/tidewaiter-error.ts';
import type { Policy } from '../risk/policy/policy.ts';
import type { ReferenceData } from '../scoring/ports/reference-data.ts';
import type { RiskModel } from '../scoring/ports/risk-model.ts';
import { composeCodecs } from './compose/codecs.ts';
import { connectionsOfServices } from './compose/connections.ts';
import { composeStreamKafka } from './compose/kafka.ts';
import { composeModels, type ServedModels } from './compose/models.ts';
import { composePolicy } from './compose/policy.ts';
import { composeDatabase } from './compose/postgres.ts';
import { composeReferenceFrom, composeReferenceTopic } from './compose/reference.ts';
import type { ServiceName } from './watch.ts';

/** What the services of one process work with. */
export interface Parts {
  readonly settings: Settings;
  readonly only: readonly ServiceName[];
  readonly database: Database;
  readonly migrations: readonly Migration[];
  readonly kafka: Kafka;
  readonly codecs: Codecs;
  /** Only where the process judges. */
  readonly judging?: Judging;
}

export interface Judging {
  readonly policy: Policy;
  readonly reference: ReferenceData;
  readonly models: readonly RiskModel[];
  /** The same models, to be told of versions and listened to. */
  readonly served: ServedModels;
}

export const migrationsFolder = (): string => join(projectRoot(), 'infra', 'migrations');

/**
 * Puts together what the settings describe. The database must be up to date.
 * @throws TDW_MIGRATION_PENDING, and what its parts throw
 */
export async function composeParts(settings: Settings, only: readonly ServiceName[], log: Log): Promise<Parts> {
  const database = await composeDatabase(settings.postgres, {
    connections: connectionsOfServices(settings, only),
    onIdleError: (error) => log('postgres.connectionLost', errorFields(error)),
  });
  try {
    const migrations = await readMigrations(migrationsFolder());
    await refusePending(database, migrations);
    const [kafka, codecs] = await Promise.all([
      composeStreamKafka(settings.kafka, kafkaLog(log)),
      composeCodecs(settings),
    ]);
    const parts = { settings, only, database, migrations, kafka, codecs };
    return only.includes('scoring') ? { ...parts, judging: await composeJudging(parts, log) } : parts;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function composeJudging({ settings, database, kafka, codecs }: Parts, log: Log): Promise<Judging> {
  // While the brokers answer there is time for the policy.
  const reading = readActivations(kafka, composeReferenceTopic(settings, codecs));
  const [activations, policy] = await Promise.all([reading, setImmediate().then(() => composePolicy(settings))]);
  log('policy.loaded', { hash: policy.hash });
  const served = await composeModels(settings, { activations: activations.values() });
  return {
    policy,
    reference: await composeReferenceFrom(settings, database, activations),
    models: served.models,
    served,
  };
}

async function refusePending(database: Database, migrations: readonly Migration[]): Promise<void> {
  const pending = await pendingMigrations(database.query, migrations);
  if (pending.length > 0)
    throw new TidewaiterError(
      'TDW_MIGRATION_PENDING',
      `The database lacks ${pending.map((migration) => migration.name).join(', ')}.`,
    );
}
