import { Command, CommanderError } from 'commander';
import { asStorageFailure } from '../adapters/system/storage-failure.ts';
import { addAclsCommands } from './commands/acls/command.ts';
import { addAssessCommand } from './commands/assess/command.ts';
import { addAssessmentsCommands } from './commands/assessments/command.ts';
import { addClassifyCommand } from './commands/classify/command.ts';
import { addConfigCommands } from './commands/config/command.ts';
import { addDeadLettersCommands } from './commands/dead-letters/command.ts';
import { addDoctorCommand } from './commands/doctor/command.ts';
import { addEvaluateCommands } from './commands/evaluate/command.ts';
import { addLicencesCommands } from './commands/licences/command.ts';
import { addMigrateCommand } from './commands/migrate/command.ts';
import { addModelCommands } from './commands/model/command.ts';
import { addOutcomesCommands } from './commands/outcomes/command.ts';
import { addPolicyCommands } from './commands/policy/command.ts';
import { addPublishCommand } from './commands/publish/command.ts';
import { addReferenceCommands } from './commands/reference/command.ts';
import { addReplayCommand } from './commands/replay/command.ts';
import { addRetentionCommands } from './commands/retention/command.ts';
import { addRulesCommands } from './commands/rules/command.ts';
import { addRunCommand } from './commands/run/command.ts';
import { addTopicsCommands } from './commands/topics/command.ts';
import { addTrainCommands } from './commands/train/command.ts';
import { EXIT, type ExitCode, exitCodeOf, UsageError } from './exit/exit-codes.ts';
import { asTidewaiterError, errorLine } from './exit/report-error.ts';
import { ReaderGone } from './shell/line-writer.ts';
import type { Perform, Shell } from './shell/shell.ts';

const EXIT_CODES = `
Exit codes: 0 done; 1 some input is bad or a check failed; 2 the command line is wrong; 3 a setting is wrong;
4 brokers, database, registry or disk cannot be used; 5 Tidewaiter's own fault.`;

/** In the order of --help: each adds its command, whose work is only loaded when it is called. */
const COMMANDS = [
  addRunCommand,
  addPublishCommand,
  addAssessCommand,
  addClassifyCommand,
  addReferenceCommands,
  addLicencesCommands,
  addModelCommands,
  addPolicyCommands,
  addRulesCommands,
  addMigrateCommand,
  addAssessmentsCommands,
  addReplayCommand,
  addDeadLettersCommands,
  addRetentionCommands,
  addOutcomesCommands,
  addTopicsCommands,
  addAclsCommands,
  addConfigCommands,
  addDoctorCommand,
  addTrainCommands,
  addEvaluateCommands,
];

/** Every command, on the program of whoever runs or describes it. */
export function addCommands(program: Command, perform: Perform): void {
  for (const add of COMMANDS) add(program, perform);
}

/**
 * Runs one command line to its end.
 * @param args the words after the program's name
 * @param makeShell given a way to ask which settings file was named on the command line
 */
export async function runProgram(
  args: readonly string[],
  makeShell: (file: () => string | undefined) => Shell,
  version: string,
): Promise<ExitCode> {
  const program = new Command('tidewaiter');
  const shell = makeShell(() => program.opts<{ config?: string }>().config);
  let ended: ExitCode = EXIT.ok;
  const perform: Perform = async (work) => {
    ended = await work(shell);
  };
  program
    .description(
      'Scores the risk of every declared customs shipment and refers the few that matter to a human inspector.',
    )
    .version(version)
    .option('--config <file>', 'a settings file of your own, over config/*.yaml (or TIDEWAITER_CONFIG)')
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
    .showSuggestionAfterError();
  addCommands(program, perform);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return ended;
  } catch (thrown) {
    return await failed(thrown, shell, args);
  } finally {
    await Promise.all([shell.out.flush(), shell.err.flush()]);
  }
}

async function failed(thrown: unknown, shell: Shell, args: readonly string[]): Promise<ExitCode> {
  if (thrown instanceof ReaderGone) return EXIT.ok;
  if (thrown instanceof UsageError) {
    await shell.err.line(`error: ${thrown.message}`);
    return EXIT.usage;
  }
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const error = asTidewaiterError(await explained(thrown));
  await shell.err.line(errorLine(error, args.includes('--json') ? 'json' : 'text')).catch(() => undefined);
  return exitCodeOf(error);
}

/** Errors of the disk and of the Kafka client get their code here, for every command; the client is only loaded where it was in use. */
async function explained(thrown: unknown): Promise<unknown> {
  const known = asStorageFailure(thrown);
  if (!(known instanceof Error) || !/KafkaJS|[\\/]kafkajs[\\/]/.test(`${known.name} ${known.stack ?? ''}`))
    return known;
  return (await import('../adapters/kafka/kafka-error.ts')).asKafkaFailure(known);
}
