import { basename, resolve } from 'node:path';
import { importLicences, type ImportMode, type LicenceImport } from '../../../adapters/postgres/licence-store.ts';
import { openSourceFile } from '../../../adapters/reference-files/open-source-file.ts';
import { readLicences } from '../../../reference/licences/read-licences.ts';
import { instantOf } from '../../../risk/declaration/instant.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';

export interface ImportOptions {
  readonly json?: true;
  /** The file is the whole register: licences that it does not name are dropped. */
  readonly whole?: true;
  /** Why a whole register may lose more than a tenth of the licences; kept with the revision. */
  readonly force?: string;
}

/** Brings a register of licences into the database as one revision: all of it, or nothing. */
export async function importLicenceFile(
  shell: Shell,
  file: string,
  { json, whole, force }: ImportOptions,
): Promise<ExitCode> {
  const records = readLicences(await openSourceFile(resolve(shell.workingDirectory, file)));
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  const mode: ImportMode = whole
    ? { kind: 'whole', ...(force !== undefined && { forcedBecause: force }) }
    : { kind: 'merge' };
  const source = force === undefined ? basename(file) : `${basename(file)} (forced: ${force})`;
  try {
    const imported = await importLicences(database, records, source, instantOf(shell.now()), mode);
    await shell.out.line(json ? JSON.stringify(imported) : told(imported, mode));
    return EXIT.ok;
  } finally {
    await database.close();
  }
}

function told({ revision, changed, unchanged, dropped }: LicenceImport, { kind }: ImportMode): string {
  const rest = kind === 'whole' ? `${dropped} dropped` : 'those that the file does not name stay';
  return `Revision ${revision}: ${changed} licences new or changed, ${unchanged} as before, ${rest}.`;
}
