import { type Command, Option } from 'commander';
import { dayArgument, instantArgument, wholeCount } from '../../arguments/argument-types.ts';
import { csvDialect } from '../../arguments/csv-help.ts';
import { BY, reasonOption, stated } from '../../arguments/who-and-why.ts';
import type { Perform } from '../../shell/shell.ts';
import type { ActivateOptions } from './activate-reference.ts';
import type { ImportOptions } from './import-references.ts';
import type { LearnOptions } from './learn-usual.ts';

/** `tidewaiter reference import|list|activate|learn-usual` */
export function addReferenceCommands(program: Command, perform: Perform): void {
  const group = program
    .command('reference')
    .description('tariffs, nomenclature, exchange rates and what goods usually cost');
  addImport(group, perform);
  group
    .command('list')
    .description('which versions there are, and which are in force')
    .option('--json', 'one JSON object a line')
    .action((options: { json?: true }) =>
      perform(async (shell) => (await import('./list-references.ts')).listReference(shell, options)),
    );
  group
    .command('activate')
    .description('put a version that `reference list` shows in force')
    .argument('<name>', 'like tariff/GB')
    .argument('<version>', 'its hash, or the beginning of it')
    .addOption(BY)
    .addOption(reasonOption('reference activate'))
    .option('--json', 'one JSON object')
    .action((name: string, version: string, options: ActivateOptions) =>
      perform(async (shell) =>
        (await import('./activate-reference.ts')).activateReference(shell, name, version, options),
      ),
    );
  addLearnUsual(group, perform);
}

function addImport(group: Command, perform: Perform): void {
  const command = group.command('import');
  // Their readers are loaded for this command alone: every other one would start later by them.
  group.hook('preSubcommand', async (_, chosen) => {
    if (chosen === command)
      command.addHelpText('after', formatsHelp((await import('../../../reference/importing/formats.ts')).FORMATS));
  });
  command
    .description('read reference files of any known format, told by content; all of them, or none')
    .argument('<files...>')
    .addOption(
      new Option('--source-day <day>', 'day the sources were published; by default today').argParser(dayArgument),
    )
    .addOption(
      new Option('--valid-from <day>', 'first day that imported tariffs hold; by default the source day').argParser(
        dayArgument,
      ),
    )
    .addOption(
      new Option(
        '--force <reason>',
        'import in spite of the guard against shrunken files; kept with the data',
      ).argParser(stated),
    )
    .option('--no-activate', 'keep the data without putting them in force')
    .addOption(BY)
    .addOption(reasonOption('reference import'))
    .option('--json', 'one JSON object')
    .action((files: string[], options: ImportOptions) =>
      perform(async (shell) => (await import('./import-references.ts')).importReferenceFiles(shell, files, options)),
    );
}

const formatsHelp = (formats: readonly { readonly description: string }[]): string => `
Formats:
${formats.map(({ description }) => `  ${description}`).join('\n')}
Days of exchange rates are added to the table in force, unless a file has every day of it: then it takes its place. A rate that differs from one in force,
or a table of another base currency, is refused without --force.
${csvDialect()}`;

function addLearnUsual(group: Command, perform: Perform): void {
  group
    .command('learn-usual')
    .description(
      'learn what goods usually cost and weigh from the declarations on record; put in force with `reference activate`',
    )
    .addOption(new Option('--from <time>', 'recorded at or after').argParser(instantArgument))
    .addOption(new Option('--to <time>', 'recorded before').argParser(instantArgument))
    .addOption(
      new Option('--minimum-count <n>', 'fewer different ratios say nothing').argParser(wholeCount).default(20),
    )
    .addOption(BY)
    .option('--json', 'one JSON object')
    .action((options: LearnOptions) =>
      perform(async (shell) => (await import('./learn-usual.ts')).learnUsualFromRecord(shell, options)),
    );
}
