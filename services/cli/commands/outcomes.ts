import type { Command } from 'commander';
import type { Perform } from '../shell/shell.ts';

/** `tidewaiter outcomes record` */
export function addOutcomesCommands(program: Command, perform: Perform): void {
  program
    .command('outcomes')
    .description('what inspections found')
    .command('record')
    .description('put outcomes on their topic: precision and the traders\' history count them')
    .argument('[files...]', 'JSON lines, one outcome a line, fields as in schemas/outcome.avsc; - or none: standard input')
    .option('--json', 'one JSON object an outcome; bad lines as JSON on standard error')
    .action((files: string[], options: { json?: true }) => perform(async (shell) => (await import('../outcomes/record-outcomes.ts')).recordOutcomeFiles(shell, files, options)));
}
