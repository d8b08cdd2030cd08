import type { Consumer, Kafka, KafkaMessage } from 'kafkajs';
import { newGroup } from './throughput.ts';

/** A committed record, and on which partition it lies. */
export type ReadMessage = Pick<KafkaMessage, 'key' | 'value' | 'timestamp'> & {
  readonly partition: number;
};

/** Reads a topic's committed records from its beginning, until it is disconnected. Resolves when it has joined. */
export async function readCommitted(
  client: Kafka,
  topic: string,
  onMessage: (message: ReadMessage) => void,
): Promise<Consumer> {
  const consumer = client.consumer({ groupId: newGroup(), readUncommitted: false, maxWaitTimeInMs: 20 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const joined = new Promise<void>((resolve) => consumer.on('consumer.group_join', () => resolve()));
  await consumer.run({
    autoCommit: false,
    eachBatch: ({ batch: { partition, messages } }) => {
      for (const { key, value, timestamp } of messages) onMessage({ key, value, timestamp, partition });
      return Promise.resolve();
    },
  });
  await joined;
  return consumer;
}

/** Times at which declarations were due, by key: several of a key are answered in their order. */
export class DueTimes {
  readonly #byKey = new Map<string, number[]>();

  add(key: string, due: number): void {
    const known = this.#byKey.get(key);
    if (known) known.push(due);
    else this.#byKey.set(key, [due]);
  }

  /** The time of the first that is not answered yet; undefined where there is none. */
  take(key: string): number | undefined {
    return this.#byKey.get(key)?.shift();
  }
}
