import type { Command } from 'commander';
import { BY, reasonOption } from '../../arguments/who-and-why.ts';
import type { Perform } from '../../shell/shell.ts';
import type { PolicyOptions } from './activate-policy.ts';

/** `tidewaiter policy activate|prepare|show` */
export function addPolicyCommands(program: Command, perform: Perform): void {
  const group = program
    .command('policy')
    .description('which policy is in force on the stream, with reference data and models: the edition that judges');
  for (const [name, description] of [
    ['activate', 'check a policy, run its cases and put it in force, on every running process, without a restart'],
    [
      'prepare',
      'check and announce a policy: processes load it beside the one in force, so that activating it takes no time',
    ],
  ] as const)
    group
      .command(name)
      .description(description)
      .argument('<dir>', 'folder of lanes.yaml, families.yaml, lists.yaml and rules/')
      .addOption(BY)
      .addOption(reasonOption(`policy ${name}`))
      .option('--json', 'one JSON object')
      .action((directory: string, options: PolicyOptions) =>
        perform(async (shell) =>
          (await import('./activate-policy.ts')).changePolicyInForce(shell, directory, options, name),
        ),
      );
  group
    .command('show')
    .description('the edition in force by the reference topic: the version of every part, and what was announced')
    .option('--json', 'one JSON object')
    .action((options: { json?: true }) =>
      perform(async (shell) => (await import('./show-edition.ts')).showEdition(shell, options)),
    );
}
