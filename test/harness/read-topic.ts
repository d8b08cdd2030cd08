import { v4 as randomUuid } from 'uuid';
import type { Kafka, KafkaMessage } from 'kafkajs';

/** An independent reader of a topic: its own group, committed records only, from the beginning. */
export interface TopicReader {
  readonly messages: readonly KafkaMessage[];
  /** Resolves once a condition on what was read holds; rejects after the time. */
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
        const timer = setTimeout(() => reject(new Error(`not reached within ${timeoutMs} ms; ${messages.length} messages were read`)), timeoutMs);
        changed = () => {
          if (!condition(messages)) return;
          clearTimeout(timer);
          resolve();
        };
        changed();
      }),
    stop: async () => {
      await consumer.stop();
      await consumer.disconnect();
    },
  };
}
