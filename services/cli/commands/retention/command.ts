import type { Command } from 'commander';
import type { Perform } from '../../shell/shell.ts';

/** `tidewaiter retention apply` */
export function addRetentionCommands(program: Command, perform: Perform): void {
  program
    .command('retention')
    .description('how long the database keeps what')
    .command('apply')
    .description('remove what is past its retention; to be run daily, from any machine')
    .option('--json', 'one JSON object')
    .action((options: { json?: true }) =>
      perform(async (shell) => (await import('./apply-retention.ts')).applyRetentionCommand(shell, options)),
    );
}
