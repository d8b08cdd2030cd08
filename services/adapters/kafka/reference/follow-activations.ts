import type { Kafka } from 'kafkajs';
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
  const last = new Map<string, ReferenceActivation>();
  const pending = new Map<string, Buffer>();
  consumer.on('consumer.crash', ({ payload }) => onTrouble(payload.error));
  await consumer.connect();
  await consumer.subscribe({ topic: reference.topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async (payload) => {
      const { batch } = payload;
      for (const { key, value } of batch.messages) if (key && value) putLast(pending, key.toString('utf8'), value);
      if (BigInt(batch.lastOffset()) + 1n < BigInt(batch.highWatermark)) return;
      await reference.prepare(pending.values());
      for (const [key, value] of pending) decodeTo(last, key, value);
      pending.clear();
      take([...last.values()]);
    },
  });
  return {
    stop: async () => {
      await consumer.disconnect();
      await deleteGroup(kafka, groupId);
    },
  };

  /** A record that cannot be decoded must not stop those after it. */
  function decodeTo(activations: Map<string, ReferenceActivation>, key: string, value: Buffer): void {
    try {
      putLast(activations, key, reference.codec.decode(value));
    } catch (error) {
      onTrouble(error);
    }
  }
}

async function deleteGroup(kafka: Kafka, groupId: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteGroups([groupId]).catch(() => undefined);
  await admin.disconnect();
}
