import { readShippedSnapshots } from '../../../adapters/reference-files/shipped-reference.ts';
import type { SnapshotStore } from '../../../reference/ports/snapshot-store.ts';
import { snapshotName } from '../../../reference/snapshot/snapshot.ts';
import { EXIT, type ExitCode, UsageError } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';
import { activate } from './activation.ts';
import { withReferenceStore } from './reference-store.ts';

export interface ActivateOptions {
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

/**
 * Puts one version in force: a stored one, an earlier one too, or the one that comes with Tidewaiter.
 * @param version its hash or the beginning of it
 * @throws UsageError where none or several versions begin so
 */
export async function activateReference(
  shell: Shell,
  name: string,
  version: string,
  { by, reason, json }: ActivateOptions,
): Promise<ExitCode> {
  const whole = await withReferenceStore(shell, async (open) => {
    const meant = await versionMeant(open.store, name, version);
    await activate(open, { versions: { [name]: meant }, by, reason, at: shell.now() });
    return meant;
  });
  await shell.out.line(
    json ? JSON.stringify({ name, version: whole }) : `${name} ${whole.slice(0, 12)} is in force now.`,
  );
  return EXIT.ok;
}

/** A version that comes with Tidewaiter is stored before it is put in force, so that a later release, which ships another, still has it. */
async function versionMeant(store: SnapshotStore, name: string, beginning: string): Promise<string> {
  const shipped = readShippedSnapshots().filter(
    ({ version, snapshot }) => snapshotName(snapshot) === name && version.startsWith(beginning),
  );
  const stored = (await store.list()).filter((one) => one.name === name && one.version.startsWith(beginning));
  const [only, ...others] = new Set([...shipped, ...stored].map(({ version }) => version));
  if (only === undefined || others.length > 0)
    throw new UsageError(
      `${only === undefined ? 'No' : 'More than one'} version of ${name} begins with ${beginning}; \`tidewaiter reference list\` shows what is there.`,
    );
  for (const sealed of shipped) await store.save(sealed);
  return only;
}
