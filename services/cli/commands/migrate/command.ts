import type { Command } from 'commander';
import type { Perform } from '../../shell/shell.ts';

/** `tidewaiter migrate` */
export function addMigrateCommand(program: Command, perform: Perform): void {
  program
    .command('migrate')
    .description('bring the database up to date; all or nothing, may be run at any time')
    .option('--json', 'one JSON object')
    .action((options: { json?: true }) =>
      perform(async (shell) => (await import('./migrate.ts')).migrateCommand(shell, options)),
    );
}
