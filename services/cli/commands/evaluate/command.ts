import type { Command } from 'commander';
import type { Perform } from '../../shell/shell.ts';
import { addEvaluateAnomalyCommands } from './anomaly-command.ts';
import { addEvaluateClassificationCommand } from './classification-command.ts';

/** `tidewaiter evaluate …`: one line a model. */
export function addEvaluateCommands(program: Command, perform: Perform): void {
  const evaluate = program
    .command('evaluate')
    .description('measure a trained model on data that it has not learned from');
  addEvaluateClassificationCommand(evaluate, perform);
  addEvaluateAnomalyCommands(evaluate, perform);
}
