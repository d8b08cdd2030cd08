import { type Command, Option } from 'commander';
import { BACKEND_NAMES } from '../../../adapters/tensorflow/tensorflow.ts';
import { wholeNumber } from '../../arguments/argument-types.ts';
import type { Perform } from '../../shell/shell.ts';
import type { EvaluateClassificationOptions } from './classification.ts';

/** `tidewaiter evaluate classification` */
export function addEvaluateClassificationCommand(evaluate: Command, perform: Perform): void {
  evaluate
    .command('classification')
    .description(
      'how often descriptions find their code, and wrong codes are told from right ones, beside the baselines, on texts that it has not learned from',
    )
    .option(
      '--data <paths...>',
      'the files that `train classification` takes; by default the public data sets beside the project',
    )
    .option('--vague <file>', 'vague descriptions, one a line')
    .option('--rulings <file>', 'rulings as JSON lines; by default those in a folder given as data')
    .option('--model <folder>', 'the artefact to measure; by default the one that comes with Tidewaiter')
    .option(
      '--seed <number>',
      'which wrong codes are drawn; by default those of the card, by the seed of the training',
      wholeNumber,
    )
    .addOption(
      new Option('--backend <name>', 'what to compute on; by default the fastest that works').choices(BACKEND_NAMES),
    )
    .option('--json', 'one JSON object')
    .action((options: EvaluateClassificationOptions) =>
      perform(async (shell) => (await import('./classification.ts')).evaluateClassificationCommand(shell, options)),
    );
}
