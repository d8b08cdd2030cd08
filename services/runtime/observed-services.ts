import type { Settings } from '../../config/settings.ts';
import type { Log } from '../adapters/logging/create-log.ts';
import { startObservation } from './observation.ts';
import { composeParts } from './parts.ts';
import { type RunningServices, startConsumers } from './services.ts';
import { both, type ServiceName, type Watch } from './watch.ts';

export interface ObservedOptions {
  readonly only: readonly ServiceName[];
  readonly log: Log;
  /** Told of everything besides metrics and readiness. */
  readonly watch: Watch;
  readonly now: () => number;
}

/** Starts the services of one process with metrics, readiness and the server that tells both, as `tidewaiter run` has them. */
export async function startObservedServices(
  settings: Settings,
  { only, log, watch, now }: ObservedOptions,
): Promise<RunningServices> {
  const parts = await composeParts(settings, only, log);
  const observation = await startObservation(parts, now, log);
  log('http.listening', { port: observation.port });
  const consumers = await startConsumers(parts, { watch: both(watch, observation.watch), now });
  return {
    stop: async () => {
      await consumers.stop();
      await observation.stop();
      await parts.database.close();
    },
  };
}
