import type { Admin, Kafka } from 'kafkajs';
import type { InboundRecord } from '../../../scoring/ports/stream.ts';
import { committedPlaces } from '../progress/committed-places.ts';
import { openLogs } from '../progress/logs.ts';
import type { PartitionContext } from './answer-batch.ts';
import type { ConsumerEvent } from './consumer-events.ts';
import { HeldPartitions, type PlaceKeeper } from './held-partitions.ts';
import { type ConsumerSettings, startSupervisedConsumer, type SupervisedConsumer } from './supervised-consumer.ts';

/** Reads a topic (committed records only) into something idempotent: the offset is committed after `handle` has made its effect durable. */
export async function startAtLeastOnce(
  kafka: Kafka,
  settings: ConsumerSettings,
  handle: (records: readonly InboundRecord[]) => Promise<void>,
  observe: (event: ConsumerEvent) => void,
): Promise<SupervisedConsumer> {
  const admin = kafka.admin();
  const [logs] = await Promise.all([openLogs(kafka), admin.connect()]);
  const held = new HeldPartitions({
    logs,
    topics: settings.topics,
    open: (partition) => keepPlace(admin, settings.groupId, partition),
    committed: (topic) => committedPlaces(admin, settings.groupId, topic),
    process: (records) => handle(records).then(() => []),
    observe: (event) => (isOfTransaction(event) ? undefined : observe(event)),
  });
  const consumer = await startSupervisedConsumer(kafka, settings, held, observe);
  return {
    stop: async () => {
      await consumer.stop();
      await Promise.all([admin.disconnect(), logs.stop()]);
    },
  };
}

/** The group's member commits the place; the brokers refuse one that is no member any more. */
async function keepPlace(
  admin: Admin,
  groupId: string,
  { topic, partition, commit }: PartitionContext,
): Promise<PlaceKeeper> {
  const committed = (await committedPlaces(admin, groupId, topic)).get(partition);
  return {
    committed,
    commit: (_, place) => commit(place),
    move: (place) => commit(place),
    close: () => Promise.resolve(),
  };
}

const isOfTransaction = ({ kind }: ConsumerEvent): boolean => kind === 'committed' || kind === 'aborted';
