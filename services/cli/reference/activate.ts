import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
import { UsageError } from '../exit/usage-error.ts';
import type { Shell } from '../shell/shell.ts';
import { activate } from './activation.ts';
import { withReferenceStore } from './reference-store.ts';

export interface ActivateOptions {
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

/**
 * Puts one stored version in force, an earlier one too.
 * @param version its hash or the beginning of it
 * @throws UsageError where none or several stored versions begin so
 */
export async function activateReference(shell: Shell, name: string, version: string, { by, reason, json }: ActivateOptions): Promise<ExitCode> {
  const whole = await withReferenceStore(shell, async (open) => {
    const fitting = (await open.store.list()).filter((stored) => stored.name === name && stored.version.startsWith(version));
    const [only, ...others] = fitting;
    if (only === undefined || others.length > 0) throw new UsageError(`${fitting.length === 0 ? 'No' : 'More than one'} stored version of ${name} begins with ${version}.`);
    await activate(open, { versions: { [name]: only.version }, by, reason, at: shell.now() });
    return only.version;
  });
  await shell.out.line(json ? JSON.stringify({ name, version: whole }) : `${name} ${whole.slice(0, 12)} is in force now.`);
  return EXIT.ok;
}
