import type { Admin, Consumer, Kafka } from 'kafkajs';
import { v4 as randomUuid } from 'uuid';
import type { InboundRecord } from '../../../scoring/ports/stream.ts';
import { asFailureOver } from '../kafka-error.ts';
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
export async function readToEnd(kafka: Kafka, { topic, groupPrefix }: ReadSettings, take: Take): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic).catch(async (error: unknown) => {
      throw await asFailureOver(error, [topic], () => admin.listTopics());
    });
    const ends = endsOf(offsets);
    if (ends.size > 0)
      await inPassingGroup(kafka, admin, groupPrefix, (consumer) =>
        Promise.all([consume(consumer, topic, onceEach(take)), whenReadTo(consumer, ends)]),
      );
  } finally {
    await admin.disconnect();
  }
}

type Take = (record: InboundRecord) => void;

/** Where each partition that holds anything ends: the offset that its next record will have. */
function endsOf(
  offsets: readonly { readonly partition: number; readonly low: string; readonly high: string }[],
): ReadonlyMap<number, bigint> {
  return new Map(
    offsets
      .filter(({ high, low }) => BigInt(high) > BigInt(low))
      .map(({ partition, high }) => [partition, BigInt(high)]),
  );
}

async function inPassingGroup(
  kafka: Kafka,
  admin: Admin,
  prefix: string,
  read: (consumer: Consumer) => Promise<unknown>,
): Promise<void> {
  const groupId = `${prefix}${randomUuid()}`;
  const consumer = kafka.consumer({
    groupId,
    readUncommitted: false,
    maxWaitTimeInMs: 50,
    allowAutoTopicCreation: false,
  });
  try {
    await read(consumer);
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
}

/** A reading that begins anew meets records that were handed on before. */
function onceEach(take: Take): Take {
  const next = new Map<number, bigint>();
  return (record) => {
    if (record.offset < (next.get(record.partition) ?? 0n)) return;
    next.set(record.partition, record.offset + 1n);
    take(record);
  };
}

async function consume(consumer: Consumer, topic: string, take: Take): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: ({ partition, message }) => {
      take(inboundRecord(topic, partition, message));
      return Promise.resolve();
    },
  });
}

function whenReadTo(consumer: Consumer, ends: ReadonlyMap<number, bigint>): Promise<void> {
  const left = new Map(ends);
  let crashes = 0;
  return new Promise((resolve, reject) => {
    consumer.on('consumer.end_batch_process', ({ payload }) => {
      const end = left.get(payload.partition);
      if (end !== undefined && BigInt(payload.lastOffset) + 1n >= end) left.delete(payload.partition);
      if (left.size === 0) resolve();
    });
    consumer.on('consumer.crash', ({ payload }) => {
      crashes += 1;
      if (!payload.restart || crashes > MOST_RESTARTS) reject(payload.error);
    });
  });
}
