import {
  type LicenceFilter,
  type LicenceShown,
  listLicences,
  showLicence,
} from '../../../adapters/postgres/licence-store.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';

/** `tidewaiter licences list` */
export async function listRegister(
  shell: Shell,
  { json, ...filter }: LicenceFilter & { readonly json?: true },
): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  try {
    const licences = await listLicences(database, filter);
    const rows = licences.map(({ id, status, validFrom, validTo, lines, revision }) => [
      id,
      status,
      validFrom ?? '',
      validTo ?? '',
      String(lines),
      String(revision),
    ]);
    if (json) for (const licence of licences) await shell.out.line(JSON.stringify(licence));
    else if (licences.length === 0) await shell.out.line('No licence fits.');
    else await shell.out.line(textTable([['licence', 'status', 'valid from', 'to', 'lines', 'revision'], ...rows]));
    if (licences.length === filter.limit) await shell.err.line(`Cut off after ${filter.limit}; --limit shows more.`);
    return EXIT.ok;
  } finally {
    await database.close();
  }
}

/** `tidewaiter licences show` */
export async function showRegistered(shell: Shell, id: string, { json }: { readonly json?: true }): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  try {
    const shown = await showLicence(database, id);
    if (shown === undefined)
      throw new TidewaiterError('TDW_LICENCE_UNKNOWN', `No licence ${id} is in the register, nor ever was.`);
    if (json) await shell.out.line(JSON.stringify(shown));
    else for (const line of page(shown)) await shell.out.line(line);
    return EXIT.ok;
  } finally {
    await database.close();
  }
}

function page({ id, licence, writtenOff, history }: LicenceShown): readonly string[] {
  const { lines = [], ...head } = licence ?? {};
  const now =
    licence === null
      ? [`${id} is no longer in the register.`]
      : Object.entries(head).map(([name, value]) => `${name.padEnd(12)} ${String(value)}`);
  const byLine = new Map(writtenOff.map((one) => [one.line, one]));
  const rows = lines.map(({ line, commodityCode = '', controlEntry = '', destinations, quantity = '', unit = '' }) => {
    const { final = '0', provisional = '0' } = byLine.get(line) ?? {};
    return [String(line), commodityCode || controlEntry, destinations.join(' '), quantity, unit, final, provisional];
  });
  const changes = history.map(
    ({ revision, changedAt, status }) => `revision ${revision}, ${changedAt}: ${status ?? 'dropped from the register'}`,
  );
  const table = textTable([
    ['line', 'goods', 'destinations', 'quantity', 'unit', 'written off', 'not on record yet'],
    ...rows,
  ]);
  return [...now, ...(rows.length > 0 ? [table] : []), ...changes];
}
