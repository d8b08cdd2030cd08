import { type Command, Option } from 'commander';
import { atLeastOne, instantArgument } from '../../arguments/argument-types.ts';
import type { Perform } from '../../shell/shell.ts';
import type { ReplayOptions } from './replay.ts';

/** `tidewaiter replay` */
export function addReplayCommand(program: Command, perform: Perform): void {
  program
    .command('replay')
    .description(
      'make recorded assessments again from their own facts and policy; exit code 1 where one comes out differently',
    )
    .addOption(new Option('--from <time>', 'recorded at or after').argParser(instantArgument))
    .addOption(new Option('--to <time>', 'recorded before').argParser(instantArgument))
    .option('--declaration-id <id>', 'only those of one declaration')
    .addOption(new Option('--limit <count>', 'at most so many').argParser(atLeastOne))
    .option('--models', 'ask the models again, too, each in the version that answered, and compare to 1e-5')
    .option('--json', 'one JSON object a difference, and the counts last')
    .action((options: ReplayOptions) =>
      perform(async (shell) => (await import('./replay.ts')).replayCommand(shell, options)),
    );
}
