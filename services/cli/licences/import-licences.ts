import { basename, resolve } from 'node:path';
import { importLicences } from '../../adapters/postgres/licence-store.ts';
import { openSourceFile } from '../../adapters/reference-files/open-source-file.ts';
import { readLicences } from '../../reference/licences/read-licences.ts';
import { composeDatabase } from '../compose/postgres.ts';
import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
import type { Shell } from '../shell/shell.ts';
import { instantOf } from '../../risk/declaration/instant.ts';

/** Brings a register of licences into the database as one revision: all of it, or nothing. */
export async function importLicenceFile(shell: Shell, file: string, options: { readonly json?: true }): Promise<ExitCode> {
  const records = readLicences(await openSourceFile(resolve(shell.workingDirectory, file)));
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  try {
    const imported = await importLicences(database, records, basename(file), instantOf(shell.now()));
    await shell.out.line(options.json ? JSON.stringify(imported) : `Revision ${imported.revision}: ${imported.changed} licences new or changed, ${imported.unchanged} as before.`);
    return EXIT.ok;
  } finally {
    await database.close();
  }
}
