import { join } from 'node:path';
import type { Kafka } from 'kafkajs';
import type { Settings } from '../../config/settings.ts';
import type { Codecs } from '../adapters/avro/codecs.ts';
import { projectRoot } from '../adapters/config/project-root.ts';
import type { Log } from '../adapters/logging/create-log.ts';
import { errorFields } from '../adapters/logging/error-fields.ts';
import { kafkaLog } from '../adapters/logging/kafka-log.ts';
import type { Database } from '../adapters/postgres/database.ts';
import { type Migration, pendingMigrations, readMigrations } from '../adapters/postgres/migrate.ts';
import { TidewaiterError } from '../risk/failure/tidewaiter-error.ts';
import { composeCodecs } from './compose/codecs.ts';
import { connectionsOfServices } from './compose/connections.ts';
import type { ServiceName } from './compose/consumer.ts';
import { composeStreamKafka } from './compose/kafka.ts';
import { composeDatabase } from './compose/postgres.ts';
import { openFirstEdition, sayInPlace } from './first-edition.ts';
import type { Editions } from './follow-reference.ts';
import type { Observe } from './service-events.ts';

/** What the services of one process work with. */
export interface Parts {
  readonly settings: Settings;
  readonly only: readonly ServiceName[];
  readonly database: Database;
  readonly migrations: readonly Migration[];
  readonly kafka: Kafka;
  readonly codecs: Codecs;
  /** Only where the process judges. */
  readonly editions?: Editions;
  /** Where everything that happens is said. */
  readonly observe: Observe;
  /** Tells an observer what is in place now, and from then on everything. */
  listen(observe: Observe): void;
}

export const migrationsFolder = (): string => join(projectRoot(), 'infra', 'migrations');

/**
 * Puts together what the settings describe. The database must be up to date.
 * @throws TDW_MIGRATION_PENDING, and what its parts throw
 */
export async function composeParts(
  settings: Settings,
  only: readonly ServiceName[],
  log: Log,
  now: () => number,
): Promise<Parts> {
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
    const relay = createRelay();
    const parts = { settings, only, database, migrations, kafka, codecs, observe: relay.observe };
    if (!only.includes('scoring')) return { ...parts, listen: relay.listen };
    const editions = await openFirstEdition({ ...parts, now });
    log('policy.loaded', { hash: editions.follower.current.policy.hash });
    const listen = (observe: Observe): void => {
      relay.listen(observe);
      sayInPlace(editions, observe);
    };
    return { ...parts, editions, listen };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Passes events on to whoever listens; before that nothing is said. */
function createRelay(): { readonly observe: Observe; readonly listen: (observe: Observe) => void } {
  let listener: Observe = () => undefined;
  return { observe: (event) => listener(event), listen: (observe) => (listener = observe) };
}

async function refusePending(database: Database, migrations: readonly Migration[]): Promise<void> {
  const pending = await pendingMigrations(database.query, migrations);
  if (pending.length > 0)
    throw new TidewaiterError(
      'TDW_MIGRATION_PENDING',
      `The database lacks ${pending.map((migration) => migration.name).join(', ')}.`,
    );
}
