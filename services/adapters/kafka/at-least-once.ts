import type { Kafka } from 'kafkajs';
import type { InboundRecord } from '../../scoring/ports/stream.ts';
import type { ConsumerEvent } from './consumer-events.ts';
import { startSupervisedConsumer, type ConsumerSettings, type SupervisedConsumer } from './supervised-consumer.ts';

/** Reads a topic (committed records only) into something idempotent: the offset is committed after `handle` has made its effect durable. */
export function startAtLeastOnce(
  kafka: Kafka,
  settings: ConsumerSettings,
  handle: (records: readonly InboundRecord[]) => Promise<void>,
  observe: (event: ConsumerEvent) => void,
): Promise<SupervisedConsumer> {
  return startSupervisedConsumer(kafka, settings, {
    observe,
    onAssignment: () => undefined,
    onChunk: async (records, context) => {
      await handle(records);
      if (!context.alive()) return 'abandoned';
      await context.commitOffset(records.at(-1)!.offset + 1n);
      return 'done';
    },
  });
}
