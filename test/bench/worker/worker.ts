import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import type { ConsumerEvent } from '../../../services/adapters/kafka/stream/consumer-events.ts';
import { createLog } from '../../../services/adapters/logging/create-log.ts';
import type { ServiceEvent } from '../../../services/runtime/service-events.ts';
import { startServices } from '../../../services/runtime/start-services.ts';
import type { Role, WorkerOrder, WorkerReport } from './messages.ts';
import { createMeter } from './meter.ts';
import { startPassThrough } from './pass-through.ts';
import { watchLoop } from './watch-loop.ts';

/** One measured process, put together as `tidewaiter run` does, metrics and readiness included. Argument: its role. */
const role = process.argv[2] as Role;
const { settings } = loadSettings({ variables: process.env, workingDirectory: process.cwd() });
const tell = (report: WorkerReport): void => void process.send?.(report);
const meter = createMeter();
const tellSample = (): void => tell({ kind: 'sample', ...meter.sample() });

/** Audit has no transactions: what it has answered is committed. */
const COMMITTED = { passThrough: 'committed', scoring: 'committed', audit: 'answered' } as const satisfies Record<
  Role,
  ConsumerEvent['kind']
>;

function onConsumer(event: ConsumerEvent): void {
  if (event.kind === 'joined') tell({ kind: 'joined' });
  if ((event.kind === 'committed' || event.kind === 'answered') && event.kind === COMMITTED[role]) {
    meter.committed(event.records);
    tellSample();
  }
  if (event.kind === 'crashed' || event.kind === 'waiting')
    process.stderr.write(`${role}: ${event.kind}: ${String(event.error)}\n`);
}

function onEdition(event: ServiceEvent): void {
  const at = Date.now();
  if (event.kind === 'editionInForce') tell({ kind: 'edition', said: 'inForce', edition: event.edition.id, at });
  if (event.kind === 'editionPrepared') tell({ kind: 'edition', said: 'prepared', edition: event.id, at });
  if (event.kind === 'editionUnusable') {
    tell({ kind: 'edition', said: 'unusable', edition: event.id, at });
    process.stderr.write(`${role}: ${event.kind}: ${String(event.error)}\n`);
  }
}

async function start(): Promise<{ stop(): Promise<void> }> {
  if (role === 'passThrough') return startPassThrough(settings, onConsumer);
  return startServices(settings, {
    only: [role],
    log: createLog(settings.logging.level),
    observe: (event) => {
      if (event.kind === 'consumer') onConsumer(event.event);
      if (event.kind === 'batch') meter.deadLettered(event.report.deadLetters);
      onEdition(event);
    },
    now: Date.now,
    health: 'served',
  });
}

const running = await start();
tellSample();
process.on('message', (order: WorkerOrder) => {
  if (order === 'watchLoop') return watchLoop((longest) => tell({ kind: 'loop', ...longest }));
  tellSample();
  void running.stop().finally(() => process.exit(0));
});
process.on('disconnect', () => process.exit(0));
