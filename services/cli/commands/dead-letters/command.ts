import type { Command } from 'commander';
import { BY_STATED, REASON_STATED } from '../../arguments/who-and-why.ts';
import type { Perform } from '../../shell/shell.ts';
import type { RedriveOptions } from './redrive-dead-letters.ts';
import type { ShowOptions } from './show-dead-letter.ts';

/** `tidewaiter dead-letters list|counts|show|redrive` */
export function addDeadLettersCommands(program: Command, perform: Perform): void {
  const group = program.command('dead-letters').description('records that could not be assessed');
  addList(group, perform);
  addCounts(group, perform);
  addShow(group, perform);
  addRedrive(group, perform);
}

function addList(group: Command, perform: Perform): void {
  group
    .command('list')
    .description('what they are, without what the declarations say')
    .option('--code <code>', 'only those with this error code')
    .option('--json', 'one JSON object a line')
    .action((options: { code?: string; json?: true }) =>
      perform(async (shell) => (await import('./list-dead-letters.ts')).listDeadLetters(shell, options)),
    );
}

function addCounts(group: Command, perform: Perform): void {
  group
    .command('counts')
    .description(
      'how many there are by error code, and how many records they stand for (one sent again and refused anew is one)',
    )
    .option('--json', 'one JSON object a line')
    .action((options: { json?: true }) =>
      perform(async (shell) => (await import('./list-dead-letters.ts')).countDeadLetters(shell, options)),
    );
}

function addShow(group: Command, perform: Perform): void {
  group
    .command('show')
    .description('one of them whole, the event decoded where it can be; holds personal data, so the access is recorded')
    .argument('<id>', 'as listed, or its first eight characters')
    .addOption(BY_STATED)
    .addOption(REASON_STATED)
    .option('--json', 'on one line')
    .action((id: string, options: ShowOptions) =>
      perform(async (shell) => (await import('./show-dead-letter.ts')).showDeadLetter(shell, id, options)),
    );
}

function addRedrive(group: Command, perform: Perform): void {
  group
    .command('redrive')
    .description('send the original records again, as they were; recorded')
    .argument('[ids...]', 'those to send, as listed or their first eight characters; by default all that fit')
    .option('--code <code>', 'only those with this error code')
    .addOption(BY_STATED)
    .addOption(REASON_STATED)
    .option('--json', 'one JSON object a line')
    .action((ids: string[], options: Omit<RedriveOptions, 'ids'>) =>
      perform(async (shell) =>
        (await import('./redrive-dead-letters.ts')).redriveDeadLetters(shell, {
          ...options,
          ...(ids.length > 0 && { ids }),
        }),
      ),
    );
}
