import type { Command } from 'commander';
import type { Perform } from '../../shell/shell.ts';
import type { ApplyOptions } from './apply-topics.ts';

/** `tidewaiter topics apply` */
export function addTopicsCommands(program: Command, perform: Perform): void {
  program
    .command('topics')
    .description('the topics and their settings')
    .command('apply')
    .description(
      'create what is missing and mend settings that differ; never takes partitions away, may be run at any time',
    )
    .option('--dry-run', 'only say what would be done')
    .option('--add-partitions', 'also raise partition counts (first stop the writers and let the readers catch up)')
    .option('--json', 'one JSON object')
    .action((options: ApplyOptions) =>
      perform(async (shell) => (await import('./apply-topics.ts')).applyTopicsCommand(shell, options)),
    );
}
