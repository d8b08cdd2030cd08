import type { Settings } from '../../config/settings.ts';
import type { OpenPartitionWriter } from '../adapters/kafka/stream/partition-writer.ts';
import type { Log } from '../adapters/logging/create-log.ts';
import { noCheckpoint, type OnCheckpoint } from '../scoring/ports/stream.ts';
import { startAudit } from './audit.ts';
import { type ServiceName, SERVICES } from './compose/consumer.ts';
import { followReference } from './follow-reference.ts';
import { startObservation } from './observation.ts';
import { composeParts, type Parts } from './parts.ts';
import { type ScoringParts, startScoring } from './scoring.ts';
import { type Observe, toAll } from './service-events.ts';
import { serviceLog } from './service-log.ts';

export interface ServicesOptions {
  /** All of them where none is named. */
  readonly only?: readonly ServiceName[];
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told of everything, besides log, metrics and readiness. */
  readonly observe?: Observe;
  /** `served`: metrics and readiness as `tidewaiter run` has them, and the server that tells both. */
  readonly health?: 'served' | 'none';
  /** For tests that kill a process at named moments. */
  readonly checkpoint?: OnCheckpoint;
  /** For the test that takes the fence away. */
  readonly openWriter?: OpenPartitionWriter;
}

export interface RunningServices {
  /** Of the health server, where there is one. */
  readonly port?: number;
  /** Answers the open batches, then leaves. */
  stop(): Promise<void>;
}

interface Stoppable {
  stop(): Promise<void>;
}

/** Starts the services of one process: the one way in. Several processes share the work by consumer group. */
export async function startServices(
  settings: Settings,
  { only = SERVICES, log, now, observe, health = 'none', checkpoint = noCheckpoint, openWriter }: ServicesOptions,
): Promise<RunningServices> {
  const parts = await composeParts(settings, only, log, now);
  const observation = health === 'served' ? await startObservation(parts, now, log) : undefined;
  if (observation) log('http.listening', { port: observation.port });
  parts.listen(toAll([serviceLog(log), ...(observation ? [observation.observe] : []), ...(observe ? [observe] : [])]));
  const consumers = await startConsumers(parts, { now, checkpoint, openWriter });
  return {
    ...(observation && { port: observation.port }),
    stop: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await observation?.stop();
      await parts.database.close();
    },
  };
}

/** Each waits for its group to be formed: together they wait once. */
function startConsumers(
  parts: Parts,
  options: Pick<ServicesOptions, 'now'> & Pick<ScoringParts, 'checkpoint' | 'openWriter'>,
): Promise<readonly Stoppable[]> {
  const { editions } = parts;
  return Promise.all([
    ...(editions ? [followReference(parts, editions), startScoring({ ...parts, ...options, editions })] : []),
    ...(parts.only.includes('audit') ? [startAudit({ ...parts, ...options })] : []),
  ]);
}
