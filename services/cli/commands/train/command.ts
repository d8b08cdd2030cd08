import type { Command } from 'commander';
import type { Perform } from '../../shell/shell.ts';
import { addTrainAnomalyCommand } from './anomaly-command.ts';
import { addTrainClassificationCommand } from './classification-command.ts';

/** `tidewaiter train …`: one line a model. */
export function addTrainCommands(program: Command, perform: Perform): void {
  const train = program.command('train').description('train a model on data of your own');
  addTrainClassificationCommand(train, perform);
  addTrainAnomalyCommand(train, perform);
}
