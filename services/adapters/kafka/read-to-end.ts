import type { Kafka } from 'kafkajs';
import { v4 as randomUuid } from 'uuid';
import type { InboundRecord } from '../../scoring/ports/stream.ts';
import { inboundRecord } from './inbound-record.ts';

export interface ReadSettings {
  readonly topic: string;
  /** Begins the name of the group that is made for the reading and removed after it, so that ACLs by prefix allow it. */
  readonly groupPrefix: string;
}

/** kafkajs joins anew by itself after an error that passes; one that does not is told after so many times. */
const MOST_RESTARTS = 5;

/**
 * Hands every committed record that a topic holds now to `take`, from the oldest to the newest of each partition, and resolves
 * at what was its end when the reading began. Control records of transactions count towards the end though nobody sees them.
 * A broker that has just come back (its coordinator is still loading) is waited out; the reading begins anew, the telling does not.
 */
export async function readToEnd(kafka: Kafka, { topic, groupPrefix }: ReadSettings, take: (record: InboundRecord) => void): Promise<void> {
  const admin = kafka.admin();
  const groupId = `${groupPrefix}${randomUuid()}`;
  const consumer = kafka.consumer({ groupId, readUncommitted: false, maxWaitTimeInMs: 50, allowAutoTopicCreation: false });
  const next = new Map<number, bigint>();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    const left = new Map(offsets.filter(({ high, low }) => BigInt(high) > BigInt(low)).map(({ partition, high }) => [partition, BigInt(high)]));
    if (left.size === 0) return;
    let crashes = 0;
    await new Promise<void>((resolve, reject) => {
      consumer.on('consumer.end_batch_process', ({ payload }) => {
        const end = left.get(payload.partition);
        if (end !== undefined && BigInt(payload.lastOffset) + 1n >= end) left.delete(payload.partition);
        if (left.size === 0) resolve();
      });
      consumer.on('consumer.crash', ({ payload }) => {
        crashes += 1;
        if (!payload.restart || crashes > MOST_RESTARTS) reject(payload.error);
      });
      void start(reject);
    });
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }

  /** A reading that begins anew meets records that were handed on before. */
  function takeOnce(record: InboundRecord): void {
    if (record.offset < (next.get(record.partition) ?? 0n)) return;
    next.set(record.partition, record.offset + 1n);
    take(record);
  }

  async function start(reject: (error: unknown) => void): Promise<void> {
    try {
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachMessage: ({ partition, message }) => {
          takeOnce(inboundRecord(topic, partition, message));
          return Promise.resolve();
        },
      });
    } catch (error) {
      reject(error);
    }
  }
}
