import { type Command, Option } from 'commander';
import { BACKEND_NAMES } from '../../../adapters/tensorflow/tensorflow.ts';
import { atLeastOne, wholeNumber } from '../../arguments/argument-types.ts';
import { csvDialect } from '../../arguments/csv-help.ts';
import type { Perform } from '../../shell/shell.ts';
import type { TrainAnomalyOptions } from './anomaly.ts';

const OWN_TABLE_HELP = `
An own table is CSV with one goods item a row; scope, commodity_code and outcome must be there, any other column may be missing or empty:
  scope,commodity_code,outcome,value,net_mass,duty_rate,quantity,packages,origin,dispatch,destination,procedure,regime,mode,trader
  scope    country and direction ("GB import"); outcome: 1 where an inspection found something, else 0
  net_mass in kilograms, duty_rate in per cent; regime: duty regime code (2xx to 4xx are preferences); trader: any name that tells traders apart
${csvDialect()}`;

/** `tidewaiter train anomaly` */
export function addTrainAnomalyCommand(train: Command, perform: Perform): void {
  train
    .command('anomaly')
    .description('learn what numbers, origins and routes are usual for which goods, and what inspections find')
    .option(
      '--data <file...>',
      'CSV of goods items with outcomes: the public Korean shape (HS6 Code, Net Mass …) or an own table (scope, commodity_code, outcome, value, net_mass, quantity …)',
    )
    .addOption(
      new Option(
        '--generated <declarations>',
        'learn from so many made-up honest declarations in place of files: for the demo, whose trade is made up',
      )
        .argParser(wholeNumber)
        .conflicts('data'),
    )
    .option('--test <file>', 'measure on this file; without it a tenth of the data is kept back and measured on')
    .option('--out <folder>', 'where the artefact goes', 'anomaly-model')
    .option('--seed <number>', 'same data and seed, same artefact', wholeNumber, 1)
    .option('--epochs <number>', 'passes over the data', atLeastOne, 20)
    .option('--currency <code>', 'ISO 4217 currency of the values of an own table', 'USD')
    .option('--checkpoint <file>', 'keep the state after every pass here, and go on from it where it is there')
    .addOption(new Option('--backend <name>', 'what to compute on').choices(BACKEND_NAMES).default('tfjs-wasm'))
    .option('--json', 'one JSON object')
    .addHelpText('after', OWN_TABLE_HELP)
    .action((options: TrainAnomalyOptions) =>
      perform(async (shell) => (await import('./anomaly.ts')).trainAnomalyCommand(shell, options)),
    );
}
