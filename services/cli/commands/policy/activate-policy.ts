import { resolve } from 'node:path';
import { loadPolicy } from '../../../adapters/policy-files/load-policy.ts';
import { editionIdOf } from '../../../reference/editions/manifest.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { changePolicy, type ChangeStep } from '../../../runtime/editions/change-edition.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';

export interface PolicyOptions {
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

/**
 * Checks the policy of a folder, stores it and puts it in force for every process of the stream, or announces it.
 * @throws TDW_POLICY_UNREADABLE, TDW_POLICY_REJECTED; TDW_CONFIG_INVALID where no database is set; infrastructure
 */
export async function changePolicyInForce(
  shell: Shell,
  directory: string,
  { by, reason, json }: PolicyOptions,
  step: ChangeStep,
): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const policy = loadPolicy(resolve(shell.workingDirectory, directory));
  const database = await composeDatabase(settings.postgres);
  try {
    const { before, after } = await changePolicy({ settings, database }, { by, reason, at: shell.now() }, policy, step);
    const [edition, replaced] = [editionIdOf(after), editionIdOf(before)];
    await shell.out.line(
      json
        ? JSON.stringify({ step, policy: policy.hash, edition, before: replaced })
        : inWords(step, policy.hash.slice(0, 12), edition.slice(0, 12)),
    );
    return EXIT.ok;
  } finally {
    await database.close();
  }
}

function inWords(step: ChangeStep, policy: string, edition: string): string {
  return step === 'activate'
    ? `Policy ${policy} is in force, as edition ${edition}; running processes judge by it from the next batch after they have loaded it.`
    : `Policy ${policy} is announced, as edition ${edition}; \`tidewaiter policy activate\` puts it in force.`;
}
