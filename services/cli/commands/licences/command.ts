import { type Command, Option } from 'commander';
import { LICENCE_STATUSES } from '../../../reference/licences/licence-fields.ts';
import type { LicenceStatus } from '../../../risk/facts/facts.ts';
import { atLeastOne } from '../../arguments/argument-types.ts';
import { csvDialect, LICENCES_HELP } from '../../arguments/csv-help.ts';
import { stated } from '../../arguments/who-and-why.ts';
import type { Perform } from '../../shell/shell.ts';
import type { ImportOptions } from './import-licences.ts';

/** `tidewaiter licences import|list|show` */
export function addLicencesCommands(program: Command, perform: Perform): void {
  const group = program.command('licences').description('the register of licences');
  addImport(group, perform);
  addList(group, perform);
  addShow(group, perform);
}

function addImport(group: Command, perform: Perform): void {
  group
    .command('import')
    .description(
      'bring licences into the register as one revision; those that the file does not name stay as they are, unless it is the whole register',
    )
    .argument('<file>', 'JSON lines or CSV, told by content')
    .option(
      '--whole',
      'the file is the whole register: licences that it does not name are dropped, and no longer known',
    )
    .addOption(
      new Option(
        '--force <reason>',
        'drop more than a tenth of the licences with --whole; kept with the revision',
      ).argParser(stated),
    )
    .option('--json', 'one JSON object')
    .addHelpText('after', `${LICENCES_HELP}${csvDialect()}`)
    .action((file: string, options: ImportOptions) =>
      perform(async (shell) => (await import('./import-licences.ts')).importLicenceFile(shell, file, options)),
    );
}

function addList(group: Command, perform: Perform): void {
  group
    .command('list')
    .description('licences in the register, without their holders')
    .addOption(new Option('--status <status>', 'only those').choices(LICENCE_STATUSES))
    .option('--holder <id>', 'only those of this holder')
    .option('--limit <number>', 'how many at most', atLeastOne, 1000)
    .option('--json', 'one JSON object a line')
    .action(({ holder, ...options }: { holder?: string; status?: LicenceStatus; limit: number; json?: true }) =>
      perform(async (shell) =>
        (await import('./show-licences.ts')).listRegister(shell, {
          ...options,
          ...(holder !== undefined && { holderId: holder }),
        }),
      ),
    );
}

function addShow(group: Command, perform: Perform): void {
  group
    .command('show')
    .description('one licence: what it says now, what is written off each line, and when it changed')
    .argument('<id>')
    .option('--json', 'one JSON object')
    .action((id: string, options: { json?: true }) =>
      perform(async (shell) => (await import('./show-licences.ts')).showRegistered(shell, id, options)),
    );
}
