import type { Consumer, EachBatchPayload } from 'kafkajs';
import { describe, expect, test } from 'vitest';
import {
  answerBatch,
  type BatchSettings,
  type Membership,
  type OnChunk,
} from '../../../services/adapters/kafka/stream/answer-batch.ts';
import type { ConsumerEvent } from '../../../services/adapters/kafka/stream/consumer-events.ts';

const settings: BatchSettings = { heartbeatIntervalMs: 60_000, batchRecords: 3, batchBytes: 100, backoffMs: [1, 2] };

interface Told {
  readonly chunks: number[][];
  readonly resolved: string[];
  readonly events: ConsumerEvent['kind'][];
  rejoined: number;
}

/** Answers messages of these sizes, at offsets from 0, by `onChunk`; tells what became of them. */
async function answer(
  sizes: readonly number[],
  onChunk: OnChunk,
  {
    current = () => true,
    stopping = () => false,
  }: { readonly current?: () => boolean; readonly stopping?: () => boolean } = {},
): Promise<Told> {
  const told: Told = { chunks: [], resolved: [], events: [], rejoined: 0 };
  const messages = sizes.map((size, offset) => ({
    key: null,
    value: Buffer.alloc(size),
    timestamp: '0',
    attributes: 0,
    offset: String(offset),
    headers: {},
  }));
  const payload = {
    batch: {
      topic: 'declarations',
      partition: 0,
      messages,
      offsetLagLow: () => '0',
      lastOffset: () => messages.at(-1)!.offset,
    },
    heartbeat: () => Promise.resolve(),
    isRunning: () => true,
    isStale: () => false,
    resolveOffset: (offset: string) => told.resolved.push(offset),
  } as unknown as EachBatchPayload;
  const membership: Membership = {
    consumer: {} as Consumer,
    isCurrent: current,
    isStopping: stopping,
    rejoin: () => (told.rejoined += 1),
  };
  const counted: OnChunk = (records, context) => {
    told.chunks.push(records.map(({ offset }) => Number(offset)));
    return onChunk(records, context);
  };
  await answerBatch(payload, membership, settings, { onChunk: counted, observe: ({ kind }) => told.events.push(kind) });
  return told;
}

const done: OnChunk = () => Promise.resolve('done');
const failing = (times: number, error: Error): OnChunk => {
  let left = times;
  return () => (left-- > 0 ? Promise.reject(error) : Promise.resolve('done'));
};

describe('answering what was fetched from a partition', () => {
  test('given more records or bytes than are answered together, then they are answered in chunks, a larger record alone, and each is resolved', async () => {
    expect((await answer([1, 1, 1, 1], done)).chunks).toEqual([[0, 1, 2], [3]]);
    const told = await answer([60, 40, 1, 500, 1], done);
    expect(told.chunks).toEqual([[0, 1], [2], [3], [4]]);
    expect(told.resolved).toEqual(['1', '2', '3', '4']);
  });

  test('given brokers or database away, then the same chunk waits and is tried again, and that it goes on is told', async () => {
    const told = await answer([1], failing(3, new Error('away')));
    expect(told.chunks).toEqual([[0], [0], [0], [0]]);
    expect(told.events).toEqual(['lag', 'waiting', 'waiting', 'waiting', 'resumed', 'answered']);
  });

  test('given a producer that was fenced, also wrapped as kafkajs does, then the partition is dropped, nothing is resolved, and the group is joined anew', async () => {
    for (const parts of [
      { type: 'PRODUCER_FENCED' },
      { type: 'UNKNOWN', code: 90 },
      { cause: { cause: { type: 'INVALID_PRODUCER_EPOCH' } } },
    ]) {
      const fenced = Object.assign(new Error('fenced'), parts);
      expect(await answer([1, 1, 1, 1], failing(1, fenced))).toEqual({
        chunks: [[0, 1, 2]],
        resolved: [],
        events: ['lag', 'fenced'],
        rejoined: 1,
      });
    }
  });

  test('given a group that rebalances, then the error is thrown on: kafkajs joins anew by itself', async () => {
    const rebalance = Object.assign(new Error('rebalancing'), { type: 'REBALANCE_IN_PROGRESS' });
    await expect(answer([1], failing(1, rebalance))).rejects.toBe(rebalance);
  });

  test('given a partition that was lost while a chunk was answered, then it is not resolved and nothing more is begun', async () => {
    let current = true;
    const lost: OnChunk = () => {
      current = false;
      return Promise.resolve('done');
    };
    expect(await answer([1, 1, 1, 1], lost, { current: () => current })).toMatchObject({
      chunks: [[0, 1, 2]],
      resolved: [],
    });
  });

  test('given a process that is asked to end while a chunk waits, then it waits no longer and leaves the chunk to others', async () => {
    let asked = false;
    const away: OnChunk = () => Promise.reject(new Error('away')).finally(() => (asked = true));
    expect(await answer([1], away, { stopping: () => asked })).toMatchObject({ chunks: [[0]], resolved: [] });
  });
});
