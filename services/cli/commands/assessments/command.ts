import { type Command, Option } from 'commander';
import { TIERS } from '../../../risk/findings/finding.ts';
import { BY, reasonOption } from '../../arguments/who-and-why.ts';
import type { Perform } from '../../shell/shell.ts';
import type { ShowOptions } from './show-assessments.ts';

/** `tidewaiter assessments show` */
export function addAssessmentsCommands(program: Command, perform: Perform): void {
  const group = program.command('assessments').description('assessments on record');
  group
    .command('show')
    .description(
      'what was judged of a declaration and why, in words, as it was judged; holds personal data, so the access is recorded',
    )
    .argument('<id>', 'of the declaration, the event or the assessment')
    .addOption(new Option('--tier <tier>', 'for whose eyes').choices(TIERS).default('inspector'))
    .addOption(BY)
    .addOption(reasonOption('not stated'))
    .option('--json', 'one JSON object an assessment')
    .action((id: string, options: ShowOptions) =>
      perform(async (shell) => (await import('./show-assessments.ts')).showAssessments(shell, id, options)),
    );
}
