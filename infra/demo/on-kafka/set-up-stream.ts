import { importLicences } from '../../../services/adapters/postgres/licence-store.ts';
import { migrateCommand } from '../../../services/cli/commands/migrate/migrate.ts';
import { activate } from '../../../services/cli/commands/reference/activation.ts';
import { withReferenceStore } from '../../../services/cli/commands/reference/reference-store.ts';
import { applyTopicsCommand } from '../../../services/cli/commands/topics/apply-topics.ts';
import type { Shell } from '../../../services/cli/shell/shell.ts';
import { type SealedSnapshot, snapshotName } from '../../../services/reference/snapshot/snapshot.ts';
import { instantOf } from '../../../services/risk/declaration/instant.ts';
import type { Licence } from '../../../services/risk/facts/facts.ts';
import { composeDatabase } from '../../../services/runtime/compose/postgres.ts';

export interface StreamContents {
  readonly licences: readonly Licence[];
  /** What goods usually cost, learned from the authority's own past. */
  readonly usual: SealedSnapshot;
}

/** What an operator does once: tables, topics, the register of licences, and reference data put in force. */
export async function setUpStream(shell: Shell, { licences, usual }: StreamContents): Promise<void> {
  await Promise.all([migrateCommand(shell, {}), applyTopicsCommand(shell, {})]);
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  try {
    await importLicences(database, licences, 'demo', instantOf(shell.now()));
  } finally {
    await database.close();
  }
  await withReferenceStore(shell, async (open) => {
    await open.store.save(usual);
    await activate(open, {
      versions: { [snapshotName(usual.snapshot)]: usual.version },
      by: 'demo',
      reason: 'learned from the past declarations of the demo',
      at: shell.now(),
    });
  });
}
