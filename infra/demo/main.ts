import { loadSettings } from '../../services/adapters/config/load-settings.ts';
import { projectRoot } from '../../services/adapters/config/project-root.ts';
import { asStorageFailure } from '../../services/adapters/system/storage-failure.ts';
import { TidewaiterError } from '../../services/risk/failure/tidewaiter-error.ts';
import { untilAskedToEnd } from '../../services/runtime/signals.ts';
import { runInMemory } from './in-memory/run-in-memory.ts';
import { demoOnKafka } from './on-kafka/demo-on-kafka.ts';
import { demoVariables } from './on-kafka/demo-variables.ts';
import { LEFT_OUT_IN_MEMORY, WHERE_TO_LOOK } from './on-kafka/where-to-look.ts';
import { type Layout, layoutFor } from './report/layout.ts';
import type { DemoResult } from './report/outcome-of-demo.ts';
import { printReport } from './report/print-report.ts';
import { progressOn } from './report/progress.ts';
import { type DemoOptions, readOptions } from './trade/options.ts';
import { prepareDemo } from './trade/prepare.ts';

const INTERRUPTED = 130;

const options = readOptions(process.argv);
const layout = layoutFor(process.stdout.isTTY ? 'terminal' : 'plain');
const asked = untilAskedToEnd();
process.exitCode = await demo(options).catch(reportFailure);
// A socket that somebody forgot must not hold a finished demo open.
process.exit();

async function demo(chosen: DemoOptions): Promise<number> {
  const { settings } = loadSettings({ variables: demoVariables(process.env), workingDirectory: projectRoot() });
  const prepared = await prepareDemo(chosen, settings.authority, Date.now());
  const tell = (outcome: DemoResult): void =>
    say(
      `${printReport(outcome, layout)}\n${handWrittenText(prepared.told, layout)}\n${layout.heading('Where to look next')}\n${WHERE_TO_LOOK}`,
    );
  const progress = progressOn(process.stderr);
  if (chosen.inMemory) {
    const ended = await Promise.race([runInMemory(prepared, settings, progress), asked]);
    if (typeof ended === 'string') return INTERRUPTED;
    tell(ended);
    say(`\n${LEFT_OUT_IN_MEMORY}`);
    return 0;
  }
  return (await demoOnKafka(prepared, { progress, asked, tell, say, stay: chosen.stay })) === 'interrupted'
    ? INTERRUPTED
    : 0;
}

function handWrittenText(told: readonly string[], { heading }: Layout): string {
  return [heading('Of the messages written by hand, these gave no event'), ...told.map((line) => `  ${line}`)].join(
    '\n',
  );
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function reportFailure(thrown: unknown): number {
  const error = asStorageFailure(thrown);
  const text =
    error instanceof TidewaiterError
      ? `${error.code}: ${error.message}\n${error.todo}`
      : String(error instanceof Error ? (error.stack ?? error.message) : error);
  process.stderr.write(`${text}\n`);
  return 1;
}
