import type { Kafka, KafkaMessage } from 'kafkajs';
import { v4 as randomUuid } from 'uuid';
import type { ReferenceActivation } from '../../../risk/messages/reference-activation.ts';
import { putLast, type ReferenceTopic } from './reference-topic.ts';

export interface FollowedTopic {
  /** Leaves, and removes the group that was made for the following. */
  stop(): Promise<void>;
}

/** How the follower says that the topic could not be read for a while, or that a record makes no sense. */
export type OnTrouble = (error: unknown) => void;

/**
 * Hands the last activation of every name to `take`, in the order of the log, whenever the end of the topic is reached with something new.
 * Earlier ones that the topic still holds are not handed on: a process that joins does not live through history. Trouble with the
 * brokers is told and outlasted: what is in force stays in force meanwhile.
 */
export async function followActivations(
  kafka: Kafka,
  reference: ReferenceTopic,
  take: (activations: readonly ReferenceActivation[]) => void,
  onTrouble: OnTrouble,
): Promise<FollowedTopic> {
  const groupId = `${reference.groupPrefix}${randomUuid()}`;
  const consumer = kafka.consumer({
    groupId,
    readUncommitted: false,
    maxWaitTimeInMs: 500,
    allowAutoTopicCreation: false,
    retry: { restartOnFailure: () => Promise.resolve(true) },
  });
  const topic = new TopicSoFar(reference, onTrouble);
  consumer.on('consumer.crash', ({ payload }) => onTrouble(payload.error));
  await consumer.connect();
  await consumer.subscribe({ topic: reference.topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async (payload) => {
      topic.read(payload.batch.messages);
      if (BigInt(payload.batch.lastOffset()) + 1n < BigInt(payload.batch.highWatermark)) return;
      take(await topic.activations());
    },
  });
  return {
    stop: async () => {
      await consumer.disconnect();
      await deleteGroup(kafka, groupId);
    },
  };
}

/** What was read of the topic: the last record of every key, in the order of the log. */
class TopicSoFar {
  readonly #last = new Map<string, ReferenceActivation>();
  readonly #undecoded = new Map<string, Buffer>();
  readonly #reference: ReferenceTopic;
  readonly #onTrouble: OnTrouble;

  constructor(reference: ReferenceTopic, onTrouble: OnTrouble) {
    this.#reference = reference;
    this.#onTrouble = onTrouble;
  }

  read(messages: readonly Pick<KafkaMessage, 'key' | 'value'>[]): void {
    for (const { key, value } of messages) if (key && value) putLast(this.#undecoded, key.toString('utf8'), value);
  }

  /** A record that cannot be decoded is told, and does not stop those after it. */
  async activations(): Promise<readonly ReferenceActivation[]> {
    await this.#reference.prepare(this.#undecoded.values());
    for (const [key, value] of this.#undecoded) {
      try {
        putLast(this.#last, key, this.#reference.codec.decode(value));
      } catch (error) {
        this.#onTrouble(error);
      }
    }
    this.#undecoded.clear();
    return [...this.#last.values()];
  }
}

async function deleteGroup(kafka: Kafka, groupId: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteGroups([groupId]).catch(() => undefined);
  await admin.disconnect();
}
