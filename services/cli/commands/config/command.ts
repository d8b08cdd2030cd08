import type { Command } from 'commander';
import type { Perform } from '../../shell/shell.ts';

/** `tidewaiter config show` */
export function addConfigCommands(program: Command, perform: Perform): void {
  const config = program.command('config').description('look at the settings');
  config
    .command('show')
    .description('every setting, its value and where it came from; secrets are never shown')
    .option('--json', 'one JSON object')
    .option('--docs', 'with what each setting means and its variable')
    .action((options: { json?: true; docs?: true }) =>
      perform(async (shell) => (await import('./show-config.ts')).showConfig(shell, options)),
    );
}
