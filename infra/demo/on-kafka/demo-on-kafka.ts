import { openRun, type Run } from '../../local/run/run.ts';
import { startLocalInfrastructure } from '../../local/start-local-infrastructure.ts';
import type { DemoResult } from '../report/outcome-of-demo.ts';
import type { ShowProgress } from '../report/progress.ts';
import type { PreparedDemo } from '../trade/prepare.ts';
import { demoShell } from './demo-shell.ts';
import { demoVariables, type Variables } from './demo-variables.ts';
import { runOnKafka } from './run-on-kafka.ts';
import { startServiceProcesses } from './service-processes.ts';
import { setUpStream } from './set-up-stream.ts';
import { addressesText } from './where-to-look.ts';

export interface Telling {
  readonly progress: ShowProgress;
  /** Resolves when the user wants the demo to end. */
  readonly asked: Promise<string>;
  readonly tell: (outcome: DemoResult) => void;
  readonly say: (text: string) => void;
  readonly stay: boolean;
}

type Ending = 'told' | 'interrupted';

/** Starts a broker, a database and the real processes, runs the demo through them, and leaves nothing behind, however it ends. */
export async function demoOnKafka(demo: PreparedDemo, telling: Telling): Promise<Ending> {
  const closing: (() => Promise<void>)[] = [];
  try {
    return await Promise.race([play(demo, telling, closing), telling.asked.then((): Ending => 'interrupted')]);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function play(
  demo: PreparedDemo,
  { progress, asked, tell, say, stay }: Telling,
  closing: (() => Promise<void>)[],
): Promise<Ending> {
  const run = await openRun();
  closing.push(() => run.clear());
  const infrastructure = await startLocalInfrastructure();
  closing.push(() => infrastructure.stop());
  const variables = variablesFor(run, infrastructure);
  const shell = demoShell(variables);
  await setUpStream(shell, demo);
  const services = await startServiceProcesses(run, variables);
  closing.push(() => services.stop());
  const { settings } = await shell.settings();
  tell(await runOnKafka(demo, settings, services.failure, progress));
  if (!stay) return 'told';
  say(
    `\nEverything stays until Ctrl-C.\n${addressesText(infrastructure.brokers, infrastructure.postgresUrl, services.processes)}`,
  );
  await Promise.race([asked, services.failure]);
  return 'told';
}

/** Snapshots are cached in the run's folder, so that the demo puts nothing in force for the user's own commands. */
function variablesFor(
  run: Run,
  { brokers, postgresUrl }: { readonly brokers: string; readonly postgresUrl: string },
): Variables {
  return demoVariables(process.env, {
    TIDEWAITER_KAFKA_BROKERS: brokers,
    TIDEWAITER_POSTGRES_URL: postgresUrl,
    TIDEWAITER_DATA_DIR: `${run.folder}/data`,
  });
}
