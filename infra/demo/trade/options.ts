import { program } from 'commander';
import { wholeCount } from '../../../services/cli/arguments/argument-types.ts';

export interface DemoOptions {
  readonly seed: number;
  readonly declarations: number;
  /** Leave everything running at the end, until Ctrl-C. */
  readonly stay: boolean;
  /** In one process on memory: no broker, no database. */
  readonly inMemory: boolean;
}

const MOST_DECLARATIONS = 100_000;

/** Reads the demo's command line; ends the process with an explanation where it is wrong. */
export function readOptions(argv: readonly string[]): DemoOptions {
  const command = program
    .name('npm run demo --')
    .description(
      "A country's trade with fraud injected into it runs through Tidewaiter; at the end the referrals, and a comparison with the truth.",
    )
    .option('--seed <n>', 'another seed makes another world', wholeCount, 1)
    .option('--declarations <n>', 'how many to judge in the story', wholeCount, 3000)
    .option('--stay', 'leave brokers, database and processes running until Ctrl-C', false)
    .option('--in-memory', 'in one process, without broker and database', false);
  command.parse([...argv]);
  const options = command.opts<DemoOptions>();
  if (options.declarations < 1 || options.declarations > MOST_DECLARATIONS)
    command.error(`error: --declarations must be between 1 and ${String(MOST_DECLARATIONS)}`);
  return options;
}
