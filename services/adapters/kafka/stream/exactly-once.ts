import type { Kafka } from 'kafkajs';
import { noCheckpoint, type OnCheckpoint } from '../../../scoring/ports/stream.ts';
import type { Compression } from '../compression.ts';
import { committedPlaces } from '../progress/committed-places.ts';
import { openLogs } from '../progress/logs.ts';
import type { ConsumerEvent } from './consumer-events.ts';
import { HeldPartitions, type Processor } from './held-partitions.ts';
import { type OpenPartitionWriter, openPartitionWriter } from './partition-writer.ts';
import { type ConsumerSettings, startSupervisedConsumer, type SupervisedConsumer } from './supervised-consumer.ts';

export type { Processor } from './held-partitions.ts';

export interface ExactlyOnceSettings extends ConsumerSettings {
  readonly transactionTimeoutMs: number;
  readonly maxSendBytes: number;
  /** How the outputs are compressed. */
  readonly compression: Compression;
}

export interface ExactlyOnceHooks {
  readonly observe: (event: ConsumerEvent) => void;
  readonly checkpoint?: OnCheckpoint;
  readonly openWriter?: OpenPartitionWriter;
}

/**
 * Reads a topic and writes the answers so that each record is answered once, whatever is killed:
 * outputs and consumed offsets leave in one transaction of the partition's only writer (see partition-writer).
 */
export async function startExactlyOnce(
  kafka: Kafka,
  settings: ExactlyOnceSettings,
  process: Processor,
  hooks: ExactlyOnceHooks,
): Promise<SupervisedConsumer> {
  const { observe, checkpoint = noCheckpoint, openWriter = openPartitionWriter } = hooks;
  const { groupId, transactionTimeoutMs, maxSendBytes, compression } = settings;
  const admin = kafka.admin();
  const [logs] = await Promise.all([openLogs(kafka), admin.connect()]);
  const held = new HeldPartitions({
    logs,
    topics: settings.topics,
    open: ({ topic, partition }) =>
      openWriter(
        kafka,
        admin,
        { groupId, topic, partition, transactionTimeoutMs, maxSendBytes, compression },
        checkpoint,
      ),
    committed: (topic) => committedPlaces(admin, groupId, topic),
    process: (records) => {
      checkpoint('opened');
      return process(records);
    },
    observe,
  });
  const consumer = await startSupervisedConsumer(kafka, settings, held, observe);
  return {
    stop: async () => {
      await consumer.stop();
      await Promise.all([admin.disconnect(), logs.stop()]);
    },
  };
}
