import { applyRetention } from '../../../adapters/postgres/retention.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';

/** `tidewaiter retention apply`: removes what is past its time, and says of each table what went. */
export async function applyRetentionCommand(shell: Shell, { json }: { readonly json?: true }): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  try {
    const removed = await applyRetention(database, settings.retention.tables, shell.now());
    if (json) await shell.out.line(JSON.stringify({ removed }));
    else
      for (const one of removed)
        await shell.out.line(
          one.kind === 'partition' ? `${one.table}: dropped` : `${one.table}: ${one.rows} rows removed`,
        );
    return EXIT.ok;
  } finally {
    await database.close();
  }
}
