import { type Command, Option } from 'commander';
import { BACKEND_NAMES } from '../../../adapters/tensorflow/tensorflow.ts';
import type { Perform } from '../../shell/shell.ts';
import type { ClassifyOptions } from './classify.ts';

/** `tidewaiter classify` */
export function addClassifyCommand(program: Command, perform: Perform): void {
  program
    .command('classify')
    .description('what headings and subheadings goods descriptions fit, and whether a declared code fits them')
    .argument('[file]', 'JSON lines {id?, description, commodityCode?}; - or none: standard input')
    .option('--model <folder>', 'ask this artefact; by default the version in force on this machine')
    .addOption(
      new Option('--backend <name>', 'what to compute on; by default the fastest that works').choices(BACKEND_NAMES),
    )
    .option('--json', 'one JSON object a line, in order; a line that cannot be read is answered as unknown')
    .action((file: string | undefined, options: ClassifyOptions) =>
      perform(async (shell) => (await import('./classify.ts')).classifyDescriptions(shell, file, options)),
    );
}
