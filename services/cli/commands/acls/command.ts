import type { Command } from 'commander';
import type { Perform } from '../../shell/shell.ts';
import type { PrintOptions } from './print-acls.ts';

/** `tidewaiter acls print` */
export function addAclsCommands(program: Command, perform: Perform): void {
  program
    .command('acls')
    .description('who may read and write what at the brokers')
    .command('print')
    .description('kafka-acls commands, ready to use: no tier can read the topic of a higher one')
    .option('--principal-prefix <text>', 'before the name of every account', 'User:tidewaiter-')
    .option('--command-config <file>', 'client properties for kafka-acls itself')
    .option('--json', 'one JSON object an account')
    .action((options: PrintOptions) =>
      perform(async (shell) => (await import('./print-acls.ts')).printAcls(shell, options)),
    );
}
