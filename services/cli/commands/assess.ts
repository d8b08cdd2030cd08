import { Option, type Command } from 'commander';
import { TIERS } from '../../risk/findings/finding.ts';
import type { AssessOptions } from '../assess/assess.ts';
import type { Perform } from '../shell/shell.ts';
import { instantArgument } from './instant-argument.ts';

/** `tidewaiter assess` */
export function addAssessCommand(program: Command, perform: Perform): void {
  program
    .command('assess')
    .description('assess declarations from files in this process, without Kafka or Postgres')
    .argument('[files...]', 'WCO XML, JSON lines or CSV, told by content; - or none: standard input')
    .option('--json', 'one JSON object an event; bad files as JSON on standard error')
    .addOption(new Option('--tier <tier>', 'for whose eyes').choices(TIERS).default('inspector'))
    .addOption(new Option('--at <time>', 'judge as of this time where a declaration names none').argParser(instantArgument))
    .option('--licences <file>', 'judge cited licences by this register (CSV or JSON lines); without it they are unknown')
    .option('--declaration-id <id>', 'take this as the id of every declaration')
    .action((files: string[], options: AssessOptions) => perform(async (shell) => (await import('../assess/assess.ts')).assessFiles(shell, files, options)));
}
