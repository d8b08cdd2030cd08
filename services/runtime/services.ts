import type { Settings } from '../../config/settings.ts';
import { followActivations, type FollowedTopic } from '../adapters/kafka/reference/follow-activations.ts';
import type { OpenPartitionWriter } from '../adapters/kafka/stream/partition-writer.ts';
import type { Log } from '../adapters/logging/create-log.ts';
import { noCheckpoint, type OnCheckpoint } from '../scoring/ports/stream.ts';
import { startAudit } from './audit.ts';
import { composeReferenceTopic } from './compose/reference.ts';
import { composeParts, type Judging, type Parts } from './parts.ts';
import { startScoring } from './scoring.ts';
import { type ServiceName, SERVICES, type Watch } from './watch.ts';

export interface ConsumersOptions {
  readonly watch: Watch;
  readonly now: () => number;
  /** For tests that kill a process at named moments. */
  readonly checkpoint?: OnCheckpoint;
  /** For the test that takes the fence away. */
  readonly openWriter?: OpenPartitionWriter;
}

export interface ServicesOptions extends ConsumersOptions {
  /** All of them where none is named. */
  readonly only?: readonly ServiceName[];
  readonly log: Log;
}

export interface RunningServices {
  /** Answers the open batches, then leaves. */
  stop(): Promise<void>;
}

/** Starts the services of one process, watched only by `watch`. Several processes share the work by consumer group. */
export async function startServices(
  settings: Settings,
  { only = SERVICES, log, ...options }: ServicesOptions,
): Promise<RunningServices> {
  const parts = await composeParts(settings, only, log);
  const consumers = await startConsumers(parts, options);
  return {
    stop: async () => {
      await consumers.stop();
      await parts.database.close();
    },
  };
}

/** Starts the consumers of a process's services. */
export async function startConsumers(
  parts: Parts,
  { watch, now, checkpoint = noCheckpoint, openWriter }: ConsumersOptions,
): Promise<RunningServices> {
  const { judging } = parts;
  // Each waits for its group to be formed: together they wait once.
  const consumers: readonly { stop(): Promise<void> }[] = await Promise.all([
    ...(judging
      ? [followModels(parts, judging, watch), startScoring({ ...parts, ...judging, watch, checkpoint, openWriter })]
      : []),
    ...(parts.only.includes('audit') ? [startAudit({ ...parts, watch, checkpoint, now })] : []),
  ]);
  return {
    stop: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
    },
  };
}

/** Versions of models change while the process works: they are few and small, and what they answer says which one it was. */
function followModels({ settings, kafka, codecs }: Parts, { served }: Judging, watch: Watch): Promise<FollowedTopic> {
  served.listen((event) => watch.model(event));
  return followActivations(
    kafka,
    composeReferenceTopic(settings, codecs),
    (activation) => served.follow(activation),
    (error) => watch.activationsUnread(error),
  );
}
