import { createRequire } from 'node:module';
import type {
  AbortedTransaction,
  FetchedMessage,
  FetchedPartition,
} from '../../../services/adapters/kafka/committed/aborted-records.ts';

/** Something that happens to a partition: a record of a producer's open transaction, or its end. Producers write no other way here. */
export type LogEvent =
  | { readonly producer: number; readonly kind: 'record'; readonly key?: Buffer }
  | { readonly producer: number; readonly kind: 'commit' | 'abort' };

/** A partition as a broker keeps it, and which of its records were committed. */
export interface TransactionalLog {
  readonly messages: readonly FetchedMessage[];
  readonly committed: readonly string[];
  /** What the broker answers to a Fetch of committed records for these offsets, the second not included. */
  fetch(from: number, to: number): FetchedPartition & { readonly partition: number; readonly highWatermark: string };
}

interface Ended extends AbortedTransaction {
  readonly lastOffset: number;
}

/** Writes a log. A commit or an abort of a producer that has nothing open leaves no trace. */
export function writeLog(events: readonly LogEvent[]): TransactionalLog {
  const messages: FetchedMessage[] = [];
  const open = new Map<number, string[]>();
  const aborted: Ended[] = [];
  const committed: string[] = [];
  for (const event of events) {
    const offset = String(messages.length);
    const own = open.get(event.producer) ?? [];
    if (event.kind === 'record') {
      open.set(event.producer, [...own, offset]);
      messages.push(message(offset, event.producer, event.key ?? Buffer.from(`key ${offset}`), 'ordinary'));
    } else if (own.length > 0) {
      open.delete(event.producer);
      if (event.kind === 'commit') committed.push(...own);
      else aborted.push({ producerId: String(event.producer), firstOffset: own[0]!, lastOffset: messages.length });
      messages.push(message(offset, event.producer, event.kind === 'commit' ? COMMIT : ABORT, 'control'));
    }
  }
  const high = messages.length;
  return {
    messages,
    committed,
    fetch: (from, to) => ({
      partition: 0,
      highWatermark: String(high),
      abortedTransactions: aborted
        .filter((ended) => ended.lastOffset >= from && Number(ended.firstOffset) < to)
        .map(({ producerId, firstOffset }) => ({ producerId, firstOffset })),
      messages: messages.slice(from, to),
    }),
  };
}

/** Version 0; type 0 or 1. */
export const ABORT = Buffer.from([0, 0, 0, 0]);
export const COMMIT = Buffer.from([0, 0, 0, 1]);

function message(offset: string, producer: number, key: Buffer, kind: 'ordinary' | 'control'): FetchedMessage {
  const isControlBatch = kind === 'control';
  return {
    offset,
    key,
    isControlRecord: isControlBatch,
    batchContext: { producerId: String(producer), inTransaction: true, isControlBatch },
  };
}

/** The class in which kafkajs as published decides what of a partition's answer its consumer is given. */
type PublishedBatch = new (
  topic: string,
  fetchedOffset: string,
  partition: FetchedPartition,
) => {
  readonly messages: readonly { readonly offset: string }[];
  lastOffset(): string;
};

const Batch = createRequire(import.meta.url)('kafkajs/src/consumer/batch.js') as PublishedBatch;

/** Offsets that a consumer of kafkajs is given of an answer, and the one after which it fetches on. */
export function consumed(
  partition: FetchedPartition,
  from = 0,
): { readonly offsets: readonly string[]; readonly last: string } {
  const batch = new Batch('customs.assessments', String(from), partition);
  return { offsets: batch.messages.map(({ offset }) => offset), last: batch.lastOffset() };
}
