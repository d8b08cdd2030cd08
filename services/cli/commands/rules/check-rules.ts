import { resolve } from 'node:path';
import { rulesCheck } from '../../../adapters/policy-files/load-policy.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';

/** Validates a policy folder and runs every case; exit code 1 with file, line and cause where one fails. */
export async function checkRules(
  shell: Shell,
  directory: string | undefined,
  options: { readonly json?: true },
): Promise<ExitCode> {
  const { policyDir } = (await shell.settings()).settings;
  const folder = directory === undefined ? policyDir : resolve(shell.workingDirectory, directory);
  const checked = rulesCheck(folder, policyDir);
  const ended = checked.problems.length === 0 ? EXIT.ok : EXIT.inputBad;
  if (options.json) {
    await shell.out.line(JSON.stringify({ folder, ...checked }));
    return ended;
  }
  for (const { file, line, cause } of checked.problems) await shell.err.line(`${file}:${line}: ${cause}`);
  for (const { file, line, cause } of checked.notes) await shell.err.line(`${file}:${line}: note: ${cause}`);
  if (checked.problems.some(({ cause }) => cause.includes('there is no feature')))
    await shell.err.line('`tidewaiter rules features` lists what a rule may ask for.');
  if (ended === EXIT.ok)
    await shell.out.line(`${checked.rules} rules, ${checked.cases} cases: all hold. Policy ${checked.hash}`);
  return ended;
}
