import kafkajs, { type Kafka } from 'kafkajs';
import { asFailureOver } from '../kafka-error.ts';

/** A record for a topic, keyed so that the records of one declaration keep their order. */
export interface PublishedRecord {
  readonly key: string;
  readonly value: Buffer;
}

/** Writes records to one topic. */
export interface Publisher {
  /** Resolves when every copy that must have them has them. */
  publish(records: readonly PublishedRecord[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * A publisher that doubles nothing when it has to try again (idempotent producer). A process that starts anew has
 * another identity, so a call repeated after a crash may write an event twice: readers skip it by its event id.
 */
export async function openPublisher(kafka: Kafka, topic: string): Promise<Publisher> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    publish: async (records) => {
      const messages = records.map(({ key, value }) => ({ key, value }));
      await producer.send({ topic, acks: -1, messages }).catch(async (error: unknown) => {
        throw await asFailureOver(error, [topic], () => Promise.resolve([]));
      });
    },
    close: () => producer.disconnect(),
  };
}
