import type { Command } from 'commander';
import type { Perform } from '../../shell/shell.ts';

/** `tidewaiter rules check|features` */
export function addRulesCommands(program: Command, perform: Perform): void {
  const group = program.command('rules').description('the rules that declarations are judged by');
  group
    .command('check')
    .description('validate a policy and run the cases of every rule')
    .argument(
      '[dir]',
      'folder of lanes.yaml, families.yaml, lists.yaml and rules/, or of rules alone; by default the one in the settings',
    )
    .option('--json', 'one JSON object')
    .action((directory: string | undefined, options: { json?: true }) =>
      perform(async (shell) => (await import('./check-rules.ts')).checkRules(shell, directory, options)),
    );
  group
    .command('features')
    .description('what a rule may ask for: names, types and meanings')
    .option('--json', 'one JSON object a line')
    .action((options: { json?: true }) =>
      perform(async (shell) => (await import('./list-features.ts')).listFeatures(shell, options)),
    );
}
