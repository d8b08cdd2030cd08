import { loadSettings } from '../../services/adapters/config/load-settings.ts';
import { createLog } from '../../services/adapters/logging/create-log.ts';
import type { ServiceName } from '../../services/runtime/compose/consumer.ts';
import type { ServiceEvent } from '../../services/runtime/service-events.ts';
import { startServices } from '../../services/runtime/start-services.ts';
import type { Checkpoint } from '../../services/scoring/ports/stream.ts';
import { gapMessage } from './gap-message.ts';
import type { Order } from './order.ts';
import { openWithoutFence } from './without-fence.ts';

/** A process of the real services that kills or freezes itself when told to. Arguments: the service, and `none` to take the fence away. */
const [service, fence] = process.argv.slice(2) as [ServiceName, string | undefined];
const { settings } = loadSettings({ variables: process.env, workingDirectory: process.cwd() });
const log = createLog(settings.logging.level);

let order: Order | undefined;
let due = 0;
const openBatches = { count: 0 };

function onCheckpoint(point: Checkpoint): void {
  if (point === 'opened') openBatches.count += 1;
  if (order && 'point' in order && order.point === point) {
    const signal = order.order === 'killAt' ? 'SIGKILL' : 'SIGSTOP';
    order = undefined;
    process.kill(process.pid, signal);
  }
  if (point === 'committed' || point === 'auditWritten') openBatches.count -= 1;
  // Nothing more may come before it is due: the last moment of the last open batch counts then.
  if (order?.order === 'killAfter' && openBatches.count === 0) process.kill(process.pid, 'SIGKILL');
}

/** Between two checkpoints: wherever the event loop is when the time has come. */
setInterval(() => {
  if (order?.order === 'killAfter' && Date.now() >= due && openBatches.count > 0) process.kill(process.pid, 'SIGKILL');
}, 1);

process.on('message', (message: Order) => {
  order = message;
  if (message.order === 'killAfter') due = Date.now() + message.milliseconds;
});
process.on('disconnect', () => process.exit(0));

/** The campaign is told of records that nobody will answer. */
function sayGap(event: ServiceEvent): void {
  if (event.kind !== 'consumer') return;
  if (event.event.kind === 'recordsLost' || event.event.kind === 'logReplaced') process.send?.(gapMessage(event.event));
}

await startServices(settings, {
  only: [service],
  log,
  observe: sayGap,
  now: Date.now,
  checkpoint: onCheckpoint,
  ...(fence === 'none' && { openWriter: openWithoutFence }),
});
process.send?.('started');
