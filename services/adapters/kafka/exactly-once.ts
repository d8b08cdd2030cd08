import type { Kafka } from 'kafkajs';
import { noCheckpoint, type InboundRecord, type OnCheckpoint, type OutboundRecord } from '../../scoring/ports/stream.ts';
import type { Compression } from './compression.ts';
import { openPartitionWriter, type OpenPartitionWriter, type PartitionWriter } from './partition-writer.ts';
import { startSupervisedConsumer, type ChunkContext, type ConsumerEvent, type ConsumerSettings, type SupervisedConsumer } from './supervised-consumer.ts';

export interface ExactlyOnceSettings extends ConsumerSettings {
  readonly transactionTimeoutMs: number;
  readonly maxSendBytes: number;
  /** How the outputs are compressed. */
  readonly compression: Compression;
}

/** Answers records with outputs; throws for infrastructure only. May be called again with the same records. */
export type Processor = (records: readonly InboundRecord[]) => Promise<readonly OutboundRecord[]>;

export interface ExactlyOnceHooks {
  readonly observe: (event: ConsumerEvent) => void;
  readonly checkpoint?: OnCheckpoint;
  readonly openWriter?: OpenPartitionWriter;
}

interface OpenPartition {
  readonly writer: PartitionWriter;
  /** First offset that is not yet answered. */
  readonly next: bigint;
  /** Whether the consumer is known to read from `next`. */
  readonly positioned: boolean;
}

/**
 * Reads a topic and writes the answers so that each record is answered once, whatever is killed:
 * outputs and consumed offsets leave in one transaction of the partition's only writer (see partition-writer).
 */
export async function startExactlyOnce(
  kafka: Kafka,
  settings: ExactlyOnceSettings,
  process: Processor,
  { observe, checkpoint = noCheckpoint, openWriter = openPartitionWriter }: ExactlyOnceHooks,
): Promise<SupervisedConsumer> {
  const admin = kafka.admin();
  await admin.connect();
  const open = new Map<string, OpenPartition>();

  const forget = (key: string): void => {
    void open.get(key)?.writer.close().catch(() => undefined);
    open.delete(key);
  };

  const takeOver = async ({ topic, partition }: ChunkContext): Promise<OpenPartition> => {
    const { groupId, transactionTimeoutMs, maxSendBytes, compression } = settings;
    const writer = await openWriter(kafka, admin, { groupId, topic, partition, transactionTimeoutMs, maxSendBytes, compression }, checkpoint);
    return { writer, next: writer.committed, positioned: false };
  };

  const onChunk = async (records: readonly InboundRecord[], context: ChunkContext): Promise<'done' | 'abandoned'> => {
    const key = `${context.topic}/${context.partition}`;
    const partition = open.get(key) ?? (await takeOver(context));
    if (!context.alive()) {
      void partition.writer.close().catch(() => undefined);
      return 'abandoned';
    }
    open.set(key, { ...partition, positioned: true });
    if (!partition.positioned && records[0]!.offset > partition.next) {
      context.seek(partition.next);
      return 'abandoned';
    }
    const next = await answer(key, partition, records, context);
    if (next === undefined || !context.alive()) return 'abandoned';
    open.set(key, { writer: partition.writer, next, positioned: true });
    return 'done';
  };

  const answer = async (key: string, partition: OpenPartition, records: readonly InboundRecord[], context: ChunkContext): Promise<bigint | undefined> => {
    const due = records.filter((record) => record.offset >= partition.next);
    if (due.length === 0) return partition.next;
    checkpoint('opened');
    const outputs = await process(due);
    if (!context.alive()) return undefined;
    const next = due.at(-1)!.offset + 1n;
    const { topic, partition: number } = context;
    const started = performance.now();
    try {
      await partition.writer.commit(outputs, next);
    } catch (error) {
      // Failed or doubtful: this producer is of no more use, and only a new one may ask what was committed.
      forget(key);
      observe({ kind: 'aborted', topic, partition: number });
      throw error;
    }
    const bytes = outputs.reduce((sum, { value }) => sum + value.length, 0);
    observe({ kind: 'committed', topic, partition: number, next, records: due.length, outputs: outputs.length, bytes, seconds: (performance.now() - started) / 1000 });
    return next;
  };

  const consumer = await startSupervisedConsumer(kafka, settings, {
    onChunk,
    observe,
    onAssignment: () => [...open.keys()].forEach(forget),
  });
  return {
    stop: async () => {
      await consumer.stop();
      await admin.disconnect();
    },
  };
}
