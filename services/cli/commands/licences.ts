import type { Command } from 'commander';
import type { Perform } from '../shell/shell.ts';

/** `tidewaiter licences import` */
export function addLicencesCommands(program: Command, perform: Perform): void {
  program
    .command('licences')
    .description('the register of licences')
    .command('import')
    .description('bring licences into the register as one revision; those that the file does not name stay as they are')
    .argument('<file>', 'JSON lines or CSV, told by content')
    .option('--json', 'one JSON object')
    .action((file: string, options: { json?: true }) => perform(async (shell) => (await import('../licences/import-licences.ts')).importLicenceFile(shell, file, options)));
}
