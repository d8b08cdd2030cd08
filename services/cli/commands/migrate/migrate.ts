import { migrate, readMigrations } from '../../../adapters/postgres/migrate.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { migrationsFolder } from '../../../runtime/parts.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';

/** `tidewaiter migrate`: applies what the database lacks. */
export async function migrateCommand(shell: Shell, { json }: { readonly json?: true }): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres, {
    statementTimeout: settings.postgres.pool.migrationTimeout,
  });
  try {
    const applied = await migrate(database, await readMigrations(migrationsFolder()));
    const told = applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`;
    await shell.out.line(json ? JSON.stringify({ applied }) : told);
    return EXIT.ok;
  } finally {
    await database.close();
  }
}
