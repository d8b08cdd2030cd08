import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ServiceName, SERVICES } from '../../../runtime/compose/consumer.ts';
import type { Perform } from '../../shell/shell.ts';

/** `tidewaiter run` */
export function addRunCommand(program: Command, perform: Perform): void {
  program
    .command('run')
    .description('run the services until asked to end (SIGTERM); several processes share the work')
    .addOption(
      new Option('--only <services>', `some of: ${SERVICES.join(', ')} (separated by commas)`).argParser(services),
    )
    .action((options: { only?: readonly ServiceName[] }) =>
      perform(async (shell) => (await import('./run.ts')).runCommand(shell, options)),
    );
}

function services(value: string): readonly ServiceName[] {
  return value.split(',').map((name) => {
    const service = SERVICES.find((known) => known === name.trim());
    if (!service) throw new InvalidArgumentError(`"${name}" is none of ${SERVICES.join(', ')}.`);
    return service;
  });
}
