import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import type { SentRecord } from '../report/output-collector.ts';

/** Reads what the stream sends, committed records only, as it comes. */
export interface AnswerReader {
  /** From now on records go to this one. */
  handTo(take: (record: SentRecord) => void): void;
  /** Rejects when reading fails for good. */
  readonly failure: Promise<never>;
  stop(): Promise<void>;
}

/** A reader of these topics in a group of its own, from their beginning. */
export async function openAnswerReader(kafka: Kafka, topics: readonly string[]): Promise<AnswerReader> {
  const consumer = kafka.consumer({
    groupId: `demo-reader-${randomUUID()}`,
    readUncommitted: false,
    maxWaitTimeInMs: 50,
  });
  let take: (record: SentRecord) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => {
    consumer.on('consumer.crash', ({ payload: { error, restart } }) => {
      if (!restart) reject(error);
    });
  });
  failure.catch(() => undefined);
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: ({ topic, message }) => {
      take({ topic, value: message.value });
      return Promise.resolve();
    },
  });
  return {
    handTo: (next) => {
      take = next;
    },
    failure,
    stop: () => consumer.disconnect(),
  };
}
