import type { Command } from 'commander';
import type { Perform } from '../shell/shell.ts';

/** `tidewaiter rules check` */
export function addRulesCommands(program: Command, perform: Perform): void {
  program
    .command('rules')
    .description('the rules that declarations are judged by')
    .command('check')
    .description('validate a policy and run the cases of every rule')
    .argument('[dir]', 'folder of lanes.yaml, families.yaml, lists.yaml and rules/, or of rules alone; by default the one in the settings')
    .option('--json', 'one JSON object')
    .action((directory: string | undefined, options: { json?: true }) => perform(async (shell) => (await import('../rules/check-rules.ts')).checkRules(shell, directory, options)));
}
