import type { Command } from 'commander';
import type { Perform } from '../../shell/shell.ts';

/** `tidewaiter doctor` */
export function addDoctorCommand(program: Command, perform: Perform): void {
  program
    .command('doctor')
    .description('look at everything that a run needs, and say what to do; exit code 1 where something fails')
    .option('--json', 'one JSON object')
    .action((options: { json?: true }) =>
      perform(async (shell) => (await import('./doctor.ts')).doctor(shell, options)),
    );
}
