import { resolve } from 'node:path';
import { openSourceFile } from '../../../adapters/reference-files/open-source-file.ts';
import {
  type ImportedSnapshot,
  importReference,
  type ImportReport,
} from '../../../reference/importing/import-reference.ts';
import { type Snapshot, snapshotName } from '../../../reference/snapshot/snapshot.ts';
import { type Day, utcDayOf } from '../../../risk/declaration/day.ts';
import { MS_PER_DAY } from '../../../risk/declaration/instant.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import type { SourceFile } from '../../../source-files/source-file.ts';
import { EXIT, type ExitCode, UsageError } from '../../exit/exit-codes.ts';
import { showProgress } from '../../output/progress.ts';
import type { Shell } from '../../shell/shell.ts';
import { activate, announce } from './activation.ts';
import { activeSet, withReferenceStore } from './reference-store.ts';

export interface ImportOptions {
  readonly sourceDay?: Day;
  readonly validFrom?: Day;
  readonly force?: string;
  /** False with --no-activate. */
  readonly activate: boolean;
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

/** Makes snapshots of reference files, keeps them and, unless told otherwise, puts them in force: all of them, or none. */
export async function importReferenceFiles(
  shell: Shell,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  refuseDayToCome(options.sourceDay, shell.now());
  const files = await readFiles(shell, paths);
  const report = await withReferenceStore(shell, async (open) => {
    const imported = importReference(files, {
      sourceDay: options.sourceDay ?? utcDayOf(shell.now()),
      ...(options.validFrom === undefined ? {} : { validFrom: options.validFrom }),
      ...(options.force === undefined ? {} : { forced: { reason: options.force } }),
      active: await activeSet(open.store),
      madeBy: 'tidewaiter reference import',
    });
    for (const { sealed } of imported.snapshots) refuseSourceToCome(sealed.snapshot, shell.now());
    for (const { sealed } of imported.snapshots) await open.store.save(sealed);
    const versions = Object.fromEntries(
      imported.snapshots
        .filter(({ outcome }) => outcome !== 'unchanged')
        .map(({ name, sealed }) => [name, sealed.version]),
    );
    const decision = { versions, by: options.by, reason: options.reason, at: shell.now() };
    if (Object.keys(versions).length > 0) await (options.activate ? activate : announce)(open, decision);
    return imported;
  });
  await tell(shell, report, options);
  return EXIT.ok;
}

/** Tomorrow is today somewhere. A source of a later day would never count as old. */
function refuseDayToCome(day: Day | undefined, now: number): void {
  if (day !== undefined && Date.parse(day) > now + MS_PER_DAY)
    throw new UsageError(`--source-day ${day} lies in the future; it is the day on which the source was published.`);
}

/** The same for snapshots that state the day of their source themselves. */
function refuseSourceToCome(snapshot: Snapshot, now: number): void {
  const { sourceDay } = snapshot.provenance;
  if (Date.parse(sourceDay) <= now + MS_PER_DAY) return;
  throw new TidewaiterError(
    'TDW_REFERENCE_MALFORMED',
    `${snapshotName(snapshot)} says that its source is of ${sourceDay}, which lies in the future or is no day.`,
  );
}

async function readFiles(shell: Shell, paths: readonly string[]): Promise<readonly SourceFile[]> {
  const progress = showProgress(shell, 'Files read', paths.length);
  try {
    const files: SourceFile[] = [];
    for (const path of paths) {
      files.push(await openSourceFile(resolve(shell.workingDirectory, path)));
      progress.advance(1);
    }
    return files;
  } finally {
    progress.end();
  }
}

async function tell(shell: Shell, { files, snapshots }: ImportReport, options: ImportOptions): Promise<void> {
  if (options.json) {
    const told = snapshots.map(({ sealed, name, entries, before, outcome }) => ({
      name,
      version: sealed.version,
      outcome,
      entries,
      before,
    }));
    return shell.out.line(JSON.stringify({ files, snapshots: told, activated: options.activate }));
  }
  for (const { name, format, rows } of files) await shell.out.line(`read ${name}: ${format}, ${rows} rows`);
  for (const snapshot of snapshots) await shell.out.line(inWords(snapshot));
  if (snapshots.length > 0)
    await shell.out.line(
      options.activate ? 'In force now.' : 'Kept; put them in force with `tidewaiter reference activate NAME VERSION`.',
    );
}

function inWords({ name, sealed, outcome, entries, before }: ImportedSnapshot): string {
  const counts = Object.entries(entries).map(([part, count]) =>
    before?.[part] === undefined || before[part] === count ? `${part} ${count}` : `${part} ${before[part]} → ${count}`,
  );
  return `${outcome} ${name} ${sealed.version.slice(0, 12)}: ${counts.join(', ')}`;
}
