import type { Command } from 'commander';
import { BY, reasonOption } from '../../arguments/who-and-why.ts';
import type { Perform } from '../../shell/shell.ts';
import type { DecideOptions } from './activate-model.ts';

/** `tidewaiter model list|activate|rollback|compare` */
export function addModelCommands(program: Command, perform: Perform): void {
  const group = program
    .command('model')
    .description('versions of the trained models: what there is, what is in force, what is on trial');
  group
    .command('list')
    .description('which versions there are, in force, on trial and before')
    .option('--json', 'one JSON object a line')
    .action((options: { json?: true }) =>
      perform(async (shell) => (await import('./list-models.ts')).listModels(shell, options)),
    );
  group
    .command('activate')
    .description('put a version in force, on every running process, without a restart')
    .argument('<name>', 'like classification')
    .argument('<version>', 'its hash, or the beginning of it')
    .option('--shadow', 'on trial beside the one in force: recorded and counted, read by no rule; version none ends it')
    .addOption(BY)
    .addOption(reasonOption('model activate'))
    .option('--json', 'one JSON object a decision')
    .action((name: string, version: string, options: DecideOptions & { shadow?: true }) =>
      perform(async (shell) => (await import('./activate-model.ts')).activateModel(shell, name, version, options)),
    );
  group
    .command('rollback')
    .description('put the version before in force again')
    .argument('<name>', 'like classification')
    .addOption(BY)
    .addOption(reasonOption('model rollback'))
    .option('--json', 'one JSON object a decision')
    .action((name: string, options: DecideOptions) =>
      perform(async (shell) => (await import('./activate-model.ts')).rollBackModel(shell, name, options)),
    );
  addCompare(group, perform);
}

function addCompare(group: Command, perform: Perform): void {
  group
    .command('compare')
    .description(
      'run two versions over a file of declarations, or of lines {id?, description, commodityCode?}, and show how far they agree',
    )
    .argument('<first>', 'a version, or the beginning of it')
    .argument('<second>', 'another version of the same model')
    .argument('<file>', 'XML, JSON lines or CSV; - is standard input')
    .option('--json', 'one JSON object')
    .action((first: string, second: string, file: string, options: { json?: true }) =>
      perform(async (shell) =>
        (await import('./compare-models.ts')).compareModels(shell, [first, second], file, options),
      ),
    );
}
