import { type Command, Option } from 'commander';
import { BACKEND_NAMES } from '../../../adapters/tensorflow/tensorflow.ts';
import { wholeNumber } from '../../arguments/argument-types.ts';
import type { Perform } from '../../shell/shell.ts';
import type { EvaluateAnomalyOptions } from './anomaly.ts';

/** `tidewaiter evaluate anomaly` and `tidewaiter evaluate bias` */
export function addEvaluateAnomalyCommands(evaluate: Command, perform: Perform): void {
  common(evaluate.command('anomaly'))
    .description(
      'what the anomaly model finds of planted errors and of findings, beside its baselines, on rows that it has not learned from',
    )
    .option('--generated', 'also train and test a model on made-up trade, which states quantities and packages')
    .action((options: EvaluateAnomalyOptions) =>
      perform(async (shell) => (await import('./anomaly.ts')).evaluateAnomalyCommand(shell, options)),
    );
  common(evaluate.command('bias'))
    .description(
      'false-alarm rates of the anomaly model on honest goods by origin, dispatch, destination, chapter and trader size',
    )
    .action((options: EvaluateAnomalyOptions) =>
      perform(async (shell) => (await import('./bias.ts')).evaluateBiasCommand(shell, options)),
    );
}

function common(command: Command): Command {
  return command
    .requiredOption('--data <file>', 'CSV of goods items with outcomes, of a shape that `train anomaly` takes')
    .option('--model <folder>', 'the artefact to measure; by default the one that comes with Tidewaiter')
    .option('--seed <number>', 'what is planted, and where', wholeNumber, 1)
    .option('--currency <code>', 'ISO 4217 currency of the values of an own table', 'USD')
    .addOption(
      new Option('--backend <name>', 'what to compute on; by default the fastest that works').choices(BACKEND_NAMES),
    )
    .option('--json', 'one JSON object');
}
