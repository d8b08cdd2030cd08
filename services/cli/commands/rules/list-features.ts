import { DECLARATION_FEATURES, ITEM_FEATURES } from '../../../risk/features/catalogue.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';

/** Writes what rules may ask for: every feature with its type in conditions, what it is called in a sentence, and what it says. */
export async function listFeatures(shell: Shell, options: { readonly json?: true }): Promise<ExitCode> {
  for (const { name, scope, type, label, doc } of [...ITEM_FEATURES, ...DECLARATION_FEATURES]) {
    await shell.out.line(
      options.json ? JSON.stringify({ name, scope, type, label, doc }) : `${name} (${type}), ${label}\n    ${doc}`,
    );
  }
  return EXIT.ok;
}
