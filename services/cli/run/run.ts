import { createLog } from '../../adapters/logging/create-log.ts';
import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
import type { Shell } from '../shell/shell.ts';
import { createLogWatch } from './log-watch.ts';
import { startObservation } from './observation.ts';
import { composeParts } from './parts.ts';
import { startConsumers } from './services.ts';
import { untilAskedToEnd } from './signals.ts';
import { SERVICES, both, type ServiceName } from './watch.ts';

/** `tidewaiter run`: works until it is asked to end, then answers its open batches and leaves. */
export async function runCommand(shell: Shell, { only = SERVICES }: { readonly only?: readonly ServiceName[] }): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const started = shell.now();
  const log = createLog(settings.logging.level);
  const ending = untilAskedToEnd();
  const parts = await composeParts(settings, only, log);
  const observation = await startObservation(parts, shell.now, log);
  log('http.listening', { port: observation.port });
  const consumers = await startConsumers(parts, { watch: both(createLogWatch(log), observation.watch), now: shell.now });
  log('process.started', { milliseconds: shell.now() - started });
  const signal = await ending;
  log('process.stopping', { signal });
  const forced = setTimeout(() => process.exit(EXIT.infrastructure), settings.shutdown.timeout);
  await consumers.stop();
  await observation.stop();
  await parts.database.close();
  clearTimeout(forced);
  log('process.stopped', { milliseconds: shell.now() - started });
  return EXIT.ok;
}
