import type { Kafka } from 'kafkajs';
import type { Settings } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import type { Codecs } from '../../../services/adapters/avro/codecs.ts';
import { openPublisher } from '../../../services/adapters/kafka/stream/publisher.ts';
import { encodedBatches, type FromFile } from '../../../services/cli/commands/publish/encoded-batches.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';

/** Publishes events as `tidewaiter publish` does: same codec, same batches, same publisher. */
export async function publishEvents(
  events: readonly DeclarationEvent[],
  kafka: Kafka,
  codecs: Codecs,
  settings: Settings,
): Promise<void> {
  const publisher = await openPublisher(kafka, topicNames(settings.kafka.topics).declarations);
  const limits = { records: settings.scoring.batchSize, bytes: settings.limits.messageBytes };
  try {
    for await (const batch of encodedBatches(inOrder(events), codecs.declarationEvent, limits, (_, error) =>
      Promise.reject(error),
    )) {
      await publisher.publish(batch.map(({ record }) => record));
    }
  } finally {
    await publisher.close();
  }
}

async function* inOrder(events: readonly DeclarationEvent[]): AsyncGenerator<FromFile> {
  for (const event of events) yield await Promise.resolve({ file: 'demo', event });
}
