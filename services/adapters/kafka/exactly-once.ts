import type { Admin, Kafka } from 'kafkajs';
import { noCheckpoint, type InboundRecord, type OnCheckpoint, type OutboundRecord } from '../../scoring/ports/stream.ts';
import type { Answered, ChunkContext } from './answer-batch.ts';
import type { Compression } from './compression.ts';
import type { ConsumerEvent } from './consumer-events.ts';
import { openPartitionWriter, type OpenPartitionWriter, type PartitionWriter } from './partition-writer.ts';
import { startSupervisedConsumer, type ConsumerSettings, type SupervisedConsumer } from './supervised-consumer.ts';

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

/**
 * Reads a topic and writes the answers so that each record is answered once, whatever is killed:
 * outputs and consumed offsets leave in one transaction of the partition's only writer (see partition-writer).
 */
export async function startExactlyOnce(kafka: Kafka, settings: ExactlyOnceSettings, process: Processor, hooks: ExactlyOnceHooks): Promise<SupervisedConsumer> {
  const admin = kafka.admin();
  await admin.connect();
  const held = new HeldPartitions(kafka, admin, settings, process, hooks);
  const consumer = await startSupervisedConsumer(kafka, settings, {
    onChunk: (records, context) => held.answer(records, context),
    observe: hooks.observe,
    onAssignment: () => held.release(),
  });
  return {
    stop: async () => {
      await consumer.stop();
      await admin.disconnect();
    },
  };
}

interface OpenPartition {
  readonly writer: PartitionWriter;
  /** First offset that is not yet answered. */
  readonly next: bigint;
  /** Whether the consumer is known to read from `next`. */
  readonly positioned: boolean;
}

const keyOf = ({ topic, partition }: ChunkContext): string => `${topic}/${partition}`;

const closeQuietly = (writer: PartitionWriter): void => void writer.close().catch(() => undefined);

/** The partitions of this assignment, each with its writer, which is opened with the first records. */
class HeldPartitions {
  readonly #open = new Map<string, OpenPartition>();
  readonly #kafka: Kafka;
  readonly #admin: Admin;
  readonly #settings: ExactlyOnceSettings;
  readonly #process: Processor;
  readonly #observe: ExactlyOnceHooks['observe'];
  readonly #checkpoint: OnCheckpoint;
  readonly #openWriter: OpenPartitionWriter;

  constructor(kafka: Kafka, admin: Admin, settings: ExactlyOnceSettings, process: Processor, { observe, checkpoint = noCheckpoint, openWriter = openPartitionWriter }: ExactlyOnceHooks) {
    this.#kafka = kafka;
    this.#admin = admin;
    this.#settings = settings;
    this.#process = process;
    this.#observe = observe;
    this.#checkpoint = checkpoint;
    this.#openWriter = openWriter;
  }

  /** Answers what is due of the records. Where they begin behind what is due, the consumer is sent back to it instead. */
  async answer(records: readonly InboundRecord[], context: ChunkContext): Promise<Answered> {
    const key = keyOf(context);
    const partition = this.#open.get(key) ?? (await this.#takeOver(context));
    if (!context.alive()) {
      closeQuietly(partition.writer);
      return 'abandoned';
    }
    this.#open.set(key, { ...partition, positioned: true });
    if (!partition.positioned && records[0]!.offset > partition.next) {
      context.seek(partition.next);
      return 'abandoned';
    }
    const next = await this.#answerDue(records, partition, context);
    if (next === undefined || !context.alive()) return 'abandoned';
    this.#open.set(key, { writer: partition.writer, next, positioned: true });
    return 'done';
  }

  /** Gives all partitions up. */
  release(): void {
    for (const key of [...this.#open.keys()]) this.#forget(key);
  }

  async #takeOver({ topic, partition }: ChunkContext): Promise<OpenPartition> {
    const { groupId, transactionTimeoutMs, maxSendBytes, compression } = this.#settings;
    const writer = await this.#openWriter(this.#kafka, this.#admin, { groupId, topic, partition, transactionTimeoutMs, maxSendBytes, compression }, this.#checkpoint);
    return { writer, next: writer.committed, positioned: false };
  }

  /** The first offset that is not answered then; undefined where the partition was lost meanwhile. */
  async #answerDue(records: readonly InboundRecord[], { writer, next }: OpenPartition, context: ChunkContext): Promise<bigint | undefined> {
    const due = records.filter((record) => record.offset >= next);
    if (due.length === 0) return next;
    this.#checkpoint('opened');
    const outputs = await this.#process(due);
    if (!context.alive()) return undefined;
    const following = due.at(-1)!.offset + 1n;
    const seconds = await this.#commit(writer, outputs, following, context);
    const bytes = outputs.reduce((sum, { value }) => sum + value.length, 0);
    this.#observe({ kind: 'committed', topic: context.topic, partition: context.partition, next: following, records: due.length, outputs: outputs.length, bytes, seconds });
    return following;
  }

  async #commit(writer: PartitionWriter, outputs: readonly OutboundRecord[], next: bigint, context: ChunkContext): Promise<number> {
    const started = performance.now();
    try {
      await writer.commit(outputs, next);
    } catch (error) {
      // Failed or doubtful: this producer is of no more use, and only a new one may ask what was committed.
      this.#forget(keyOf(context));
      this.#observe({ kind: 'aborted', topic: context.topic, partition: context.partition });
      throw error;
    }
    return (performance.now() - started) / 1000;
  }

  #forget(key: string): void {
    const partition = this.#open.get(key);
    if (partition) closeQuietly(partition.writer);
    this.#open.delete(key);
  }
}
