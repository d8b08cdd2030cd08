import type { Settings } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import type { ConsumerEvent } from '../../../services/adapters/kafka/stream/consumer-events.ts';
import { startExactlyOnce } from '../../../services/adapters/kafka/stream/exactly-once.ts';
import type { SupervisedConsumer } from '../../../services/adapters/kafka/stream/supervised-consumer.ts';
import { composeCodecs } from '../../../services/runtime/compose/codecs.ts';
import { consumerSettings } from '../../../services/runtime/compose/consumer.ts';
import { composeStreamKafka } from '../../../services/runtime/compose/kafka.ts';

/** The stream with nothing in it: decodes each event, encodes it again, sends it where assessments go; the runner is scoring's. */
export async function startPassThrough(
  settings: Settings,
  observe: (event: ConsumerEvent) => void,
): Promise<SupervisedConsumer> {
  const topics = topicNames(settings.kafka.topics);
  const { declarationEvent } = await composeCodecs(settings);
  const kafka = await composeStreamKafka(settings.kafka, () => undefined);
  const stream = {
    ...consumerSettings(settings.kafka, settings.scoring, 'scoring'),
    transactionTimeoutMs: settings.kafka.transactionTimeout,
    compression: settings.kafka.compression,
    maxSendBytes: settings.limits.outputBytes,
  };
  const copy = (value: Buffer): Buffer => declarationEvent.encode(declarationEvent.decode(value));
  return startExactlyOnce(
    kafka,
    stream,
    (records) =>
      Promise.resolve(records.map(({ key, value }) => ({ topic: topics.assessments, key, value: copy(value!) }))),
    { observe },
  );
}
