import type { Command } from 'commander';
import { DECLARATION_CSV_HELP } from '../../arguments/csv-help.ts';
import type { Perform } from '../../shell/shell.ts';
import type { PublishOptions } from './publish.ts';

/** `tidewaiter publish` */
export function addPublishCommand(program: Command, perform: Perform): void {
  program
    .command('publish')
    .description('read declarations from files and publish their events to the declarations topic')
    .argument(
      '[files...]',
      'XML (WCO as the UK has it; EU AES CC515C, CC513C, CC514C; NCTS CC015C, CC013C, CC014C; ASYCUDA World SAD; Danish and Dutch DMS), JSON lines or CSV, told by content; - or none: standard input',
    )
    .option('--dry-run', 'publish nothing, only show the events')
    .option('--json', 'one JSON object an event (with --dry-run the whole event); bad files as JSON on standard error')
    .option('--declaration-id <id>', 'take this as the id of every declaration')
    .option('--map <file>', 'read CSV by this mapping file (YAML): which column is what of the declaration')
    .addHelpText('after', DECLARATION_CSV_HELP)
    .action((files: string[], options: PublishOptions) =>
      perform(async (shell) => (await import('./publish.ts')).publishFiles(shell, files, options)),
    );
}
