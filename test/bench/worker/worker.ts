import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { createLog } from '../../../services/adapters/logging/create-log.ts';
import type { ConsumerEvent } from '../../../services/adapters/kafka/supervised-consumer.ts';
import { startServices } from '../../../services/cli/run/services.ts';
import { createMeter } from './meter.ts';
import type { Role, WorkerOrder, WorkerReport } from './messages.ts';
import { startPassThrough } from './pass-through.ts';

/** One measured process. Arguments: its role, and how many records it has to commit until it is done. */
const [role, expected] = process.argv.slice(2) as [Role, string];
const { settings } = loadSettings({ variables: process.env, workingDirectory: process.cwd() });
const tell = (report: WorkerReport): void => void process.send?.(report);
const meter = createMeter(Number(expected), (work) => tell({ kind: 'done', work }));

function onConsumer(event: ConsumerEvent): void {
  if (event.kind === 'joined') tell({ kind: 'joined' });
  if (event.kind === 'answered') {
    meter.committed(event.records);
    tell({ kind: 'sample', records: meter.records, residentMiB: process.memoryUsage.rss() / 2 ** 20 });
  }
  if (event.kind === 'crashed' || event.kind === 'waiting') process.stderr.write(`${role}: ${event.kind}: ${String(event.error)}\n`);
}

async function start(): Promise<{ stop(): Promise<void> }> {
  if (role === 'passThrough') return startPassThrough(settings, onConsumer);
  const watch = {
    consumer: (_: unknown, event: ConsumerEvent) => onConsumer(event),
    batch: ({ deadLetters }: { readonly deadLetters: number }) => meter.deadLettered(deadLetters),
    audited: () => undefined,
    outcomes: () => undefined,
    model: () => undefined,
    activationsUnread: () => undefined,
  };
  return startServices(settings, { only: [role], log: createLog(settings.logging.level), watch, now: Date.now });
}

const running = await start();
process.on('message', (order: WorkerOrder) => {
  if (order === 'stop') void running.stop().finally(() => process.exit(0));
});
process.on('disconnect', () => process.exit(0));
