import type { Kafka, KafkaMessage } from 'kafkajs';
import { v4 as randomUuid } from 'uuid';

/** An independent reader of a topic: its own group, committed records only, from the beginning. */
export interface TopicReader {
  readonly messages: readonly KafkaMessage[];
  /** Resolves once a condition on what was read holds; rejects when nothing more has come for the time. */
  until(condition: (messages: readonly KafkaMessage[]) => boolean, timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

export async function readTopic(kafka: Kafka, topic: string): Promise<TopicReader> {
  const consumer = kafka.consumer({ groupId: `reader-${randomUuid()}`, readUncommitted: false, maxWaitTimeInMs: 50 });
  const messages: KafkaMessage[] = [];
  let changed = (): void => undefined;
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: ({ message }) => {
      messages.push(message);
      changed();
      return Promise.resolve();
    },
  });
  return {
    messages,
    until: (condition, timeoutMs = 60_000) =>
      new Promise((resolve, reject) => {
        let timer: NodeJS.Timeout | undefined;
        changed = () => {
          clearTimeout(timer);
          if (condition(messages)) {
            changed = () => undefined;
            return resolve();
          }
          timer = setTimeout(
            () =>
              reject(
                new Error(`not reached, and nothing came for ${timeoutMs} ms; ${messages.length} messages were read`),
              ),
            timeoutMs,
          );
        };
        changed();
      }),
    stop: async () => {
      await consumer.stop();
      await consumer.disconnect();
    },
  };
}
