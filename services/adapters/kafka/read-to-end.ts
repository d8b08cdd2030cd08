import type { Kafka } from 'kafkajs';
import { v4 as randomUuid } from 'uuid';
import type { InboundRecord } from '../../scoring/ports/stream.ts';
import { inboundRecord } from './inbound-record.ts';

export interface ReadSettings {
  readonly topic: string;
  /** Begins the name of the group that is made for the reading and removed after it, so that ACLs by prefix allow it. */
  readonly groupPrefix: string;
}

/**
 * Hands every committed record that a topic holds now to `take`, from the oldest to the newest of each partition, and resolves
 * at what was its end when the reading began. Control records of transactions count towards the end though nobody sees them.
 */
export async function readToEnd(kafka: Kafka, { topic, groupPrefix }: ReadSettings, take: (record: InboundRecord) => void): Promise<void> {
  const admin = kafka.admin();
  const groupId = `${groupPrefix}${randomUuid()}`;
  const consumer = kafka.consumer({ groupId, readUncommitted: false, maxWaitTimeInMs: 50, allowAutoTopicCreation: false });
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    const left = new Map(offsets.filter(({ high, low }) => BigInt(high) > BigInt(low)).map(({ partition, high }) => [partition, BigInt(high)]));
    if (left.size === 0) return;
    await new Promise<void>((resolve, reject) => {
      consumer.on('consumer.end_batch_process', ({ payload }) => {
        const end = left.get(payload.partition);
        if (end !== undefined && BigInt(payload.lastOffset) + 1n >= end) left.delete(payload.partition);
        if (left.size === 0) resolve();
      });
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
      void start(reject);
    });
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }

  async function start(reject: (error: unknown) => void): Promise<void> {
    try {
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachMessage: ({ partition, message }) => {
          take(inboundRecord(topic, partition, message));
          return Promise.resolve();
        },
      });
    } catch (error) {
      reject(error);
    }
  }
}
