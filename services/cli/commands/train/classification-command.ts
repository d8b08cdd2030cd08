import { type Command, Option } from 'commander';
import { BACKEND_NAMES } from '../../../adapters/tensorflow/tensorflow.ts';
import { wholeNumber } from '../../arguments/argument-types.ts';
import { csvDialect } from '../../arguments/csv-help.ts';
import type { Perform } from '../../shell/shell.ts';
import type { TrainClassificationOptions } from './classification.ts';

const DATA_HELP =
  'descriptions with their codes (CSV: description, commodityCode; or JSON: words → code) and the tariffs and nomenclature they belong to, told by content; a folder laid out as the public data sets stands for its files';

/** `tidewaiter train classification` */
export function addTrainClassificationCommand(train: Command, perform: Perform): void {
  train
    .command('classification')
    .description('learn what goods descriptions belong to which headings and subheadings')
    .requiredOption('--data <paths...>', DATA_HELP)
    .option('--vague <file>', 'vague descriptions, one a line')
    .option('--rulings <file>', 'measure on these rulings too (JSON lines); never learned from')
    .option('--out <folder>', 'where the artefact goes', 'classification-model')
    .option('--seed <number>', 'same data and seed, same artefact', wholeNumber, 20261123)
    .option(
      '--texts <number>',
      'texts drawn in all, the longer the better up to a point (default: as many as for the shipped model, about two million)',
      wholeNumber,
    )
    .option('--checkpoint <folder>', 'keep finished stages here, and go on from them where they are there')
    .addOption(new Option('--backend <name>', 'what to compute on').choices(BACKEND_NAMES).default('tfjs-wasm'))
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `\nDescriptions as CSV: the columns description and commodityCode (4 to 10 digits, dots allowed); others are passed over.\n${csvDialect()}`,
    )
    .action((options: TrainClassificationOptions) =>
      perform(async (shell) => (await import('./classification.ts')).trainClassificationCommand(shell, options)),
    );
}
