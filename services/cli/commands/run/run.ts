import { createLog } from '../../../adapters/logging/create-log.ts';
import { type ServiceName, SERVICES } from '../../../runtime/compose/consumer.ts';
import { untilAskedToEnd } from '../../../runtime/signals.ts';
import { startServices } from '../../../runtime/start-services.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';

/** `tidewaiter run`: works until it is asked to end, then answers its open batches and leaves. */
export async function runCommand(
  shell: Shell,
  { only = SERVICES }: { readonly only?: readonly ServiceName[] },
): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const started = shell.now();
  const log = createLog(settings.logging.level);
  const ending = untilAskedToEnd();
  const services = await startServices(settings, { only, log, now: shell.now, health: 'served' });
  log('process.started', { milliseconds: shell.now() - started });
  const signal = await ending;
  log('process.stopping', { signal });
  const forced = setTimeout(() => process.exit(EXIT.infrastructure), settings.shutdown.timeout);
  await services.stop();
  clearTimeout(forced);
  log('process.stopped', { milliseconds: shell.now() - started });
  return EXIT.ok;
}
