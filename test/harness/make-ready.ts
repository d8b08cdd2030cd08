import type { Kafka } from 'kafkajs';
import type { Settings } from '../../config/settings.ts';
import { applyTopics } from '../../services/adapters/kafka/admin/apply-topics.ts';
import { planTopics } from '../../services/adapters/kafka/admin/plan-topics.ts';
import { readTopics } from '../../services/adapters/kafka/admin/read-topics.ts';
import type { Database } from '../../services/adapters/postgres/database.ts';
import { importLicences } from '../../services/adapters/postgres/licence-store.ts';
import { migrate, readMigrations } from '../../services/adapters/postgres/migrate.ts';
import type { Licence } from '../../services/risk/facts/facts.ts';
import { composeTopics } from '../../services/runtime/compose/topics.ts';
import { migrationsFolder } from '../../services/runtime/parts.ts';
import { instant } from './checked.ts';

/** Empty servers made ready: migrated, topics made, the licences in the register. */
export async function makeReady(
  client: Kafka,
  database: Database,
  settings: Settings,
  licences: readonly Licence[],
): Promise<void> {
  await migrate(database, await readMigrations(migrationsFolder()));
  await importLicences(database, licences, 'generator', instant('2026-01-01T00:00:00Z'));
  await makeTopics(client, settings);
}

/** The topics that the settings name; those that are there stay as they are. */
export async function makeTopics(client: Kafka, settings: Settings): Promise<void> {
  const admin = client.admin();
  await admin.connect();
  const wanted = composeTopics(settings);
  const actual = await readTopics(
    admin,
    wanted.map((topic) => topic.name),
  );
  await applyTopics(admin, planTopics(wanted, actual, 'keepPartitions'), actual);
  await admin.disconnect();
}
