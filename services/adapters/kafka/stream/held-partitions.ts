import { setTimeout as pause } from 'node:timers/promises';
import type { InboundRecord, OutboundRecord } from '../../../scoring/ports/stream.ts';
import type { Logs } from '../progress/logs.ts';
import { beginningIn, type Place } from '../progress/place-in-log.ts';
import type { Answered, ChunkContext, PartitionContext } from './answer-batch.ts';
import type { ConsumerEvent } from './consumer-events.ts';

/** Keeps a group's place in one partition for as long as the partition is held. */
export interface PlaceKeeper {
  /** What the group's record said when the partition was taken over. */
  readonly committed: Place | undefined;
  /** Makes answers durable, and the place behind what they answer with them. */
  commit(outputs: readonly OutboundRecord[], place: Place): Promise<void>;
  /** Moves the place alone. */
  move(place: Place): Promise<void>;
  close(): Promise<void>;
}

/** Answers records with outputs; throws for infrastructure only. May be called again with the same records. */
export type Processor = (records: readonly InboundRecord[]) => Promise<readonly OutboundRecord[]>;

export interface PartitionsParts {
  /** All that the group reads. */
  readonly topics: readonly string[];
  readonly logs: Logs;
  readonly open: (partition: PartitionContext) => Promise<PlaceKeeper>;
  /** The group's own record of the partitions. */
  readonly committed: (topic: string) => Promise<ReadonlyMap<number, Place | undefined>>;
  readonly process: Processor;
  readonly observe: (event: ConsumerEvent) => void;
}

interface OpenPartition {
  readonly keeper: PlaceKeeper;
  /** The log that is read. */
  readonly log: string;
  /** First offset that is not yet answered. */
  readonly next: bigint;
  /** Whether the consumer is known to read from `next`, and from this log. */
  readonly reads: 'fromNext' | 'fromNextOrBefore' | 'elsewhere';
}

interface PartitionName {
  readonly topic: string;
  readonly partition: number;
}

/** How old may be what is known of partitions that others hold. */
const LOOK_EVERY_MS = 5_000;

const keyOf = ({ topic, partition }: PartitionName): string => `${topic}/${partition}`;

const closeQuietly = (keeper: PlaceKeeper): void => void keeper.close().catch(() => undefined);

/**
 * The partitions of an assignment, each with its place, which is taken over with the first records. What is answered is answered
 * from that place on, in the log that the place belongs to; a log that begins behind it, or is another, is told before it is read.
 */
export class HeldPartitions {
  readonly #open = new Map<string, OpenPartition>();
  /** The place last seen of each partition of the group, whoever holds it: a topic that is deleted takes the group's record with it. */
  readonly #known = new Map<string, Place>();
  readonly #passing = new Map<string, Promise<void>>();
  readonly #parts: PartitionsParts;
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: PartitionsParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /** Gives all partitions up: their assignment is over, or another begins. */
  release(): void {
    for (const key of [...this.#open.keys()]) this.#forget(key);
  }

  /** Notes how logs and places stand; nothing is answered before the newest look has ended, or has taken so long that the next is due. One that fails is made again in time. */
  look(): void {
    const look = Promise.all(this.#parts.topics.map((topic) => this.#note(topic))).then(
      () => undefined,
      () => undefined,
    );
    // Brokers that are away hold up a look for minutes, and what waits for it keeps its process out of the group.
    this.#looking = Promise.race([look, pause(LOOK_EVERY_MS, undefined, { ref: false })]);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.release();
  }

  /** Answers what is due of the records. Where they are not what comes next, the consumer is sent there instead. */
  async answer(records: readonly InboundRecord[], context: ChunkContext): Promise<Answered> {
    const key = keyOf(context);
    await Promise.all([this.#looking, this.#passing.get(key)]);
    const partition = await this.#current(context);
    if (!context.alive()) {
      if (this.#open.get(key) !== partition) closeQuietly(partition.keeper);
      return 'abandoned';
    }
    this.#open.set(key, { ...partition, reads: 'fromNext' });
    if (
      partition.reads === 'elsewhere' ||
      (partition.reads === 'fromNextOrBefore' && records[0]!.offset > partition.next)
    ) {
      context.seek(partition.next);
      return 'abandoned';
    }
    const next = await this.#answerDue(records, partition, context);
    if (next === undefined || !context.alive()) return 'abandoned';
    this.#goOn(context, { ...partition, next, reads: 'fromNext' });
    return 'done';
  }

  /** The log has no record at the place that was asked for: it is taken over anew, and its record set right. */
  async outOfRange(context: PartitionContext): Promise<void> {
    this.#forget(keyOf(context));
    const partition = await this.#takeOver(context);
    if (context.alive()) this.#open.set(keyOf(context), partition);
    else closeQuietly(partition.keeper);
  }

  /** Nothing to answer up to `next`: marks of transactions, or records that were aborted. The place moves behind them, so that they do not look unanswered. */
  passOver(context: PartitionContext, first: bigint, next: bigint): void {
    const key = keyOf(context);
    const before = this.#passing.get(key) ?? Promise.resolve();
    const passing = before.then(() => this.#pass(context, first, next)).catch(() => this.#forget(key));
    this.#passing.set(key, passing);
    void passing.finally(() => this.#passing.get(key) === passing && this.#passing.delete(key));
  }

  async #pass(context: PartitionContext, first: bigint, next: bigint): Promise<void> {
    await this.#looking;
    const partition = await this.#current(context);
    if (!context.alive() || partition.reads === 'elsewhere' || first > partition.next || next <= partition.next) {
      if (this.#open.get(keyOf(context)) !== partition) closeQuietly(partition.keeper);
      return;
    }
    this.#open.set(keyOf(context), partition);
    await partition.keeper.move({ next, log: partition.log });
    if (context.alive()) this.#goOn(context, { ...partition, next });
  }

  /** The partition as it is held, or taken over: for the first time, or because its topic was made anew. */
  async #current(context: PartitionContext): Promise<OpenPartition> {
    const key = keyOf(context);
    const log = await this.#parts.logs.id(context.topic);
    if (this.#open.get(key)?.log !== log) this.#forget(key);
    return this.#open.get(key) ?? this.#takeOver(context);
  }

  /** The order is all: first the keeper, which no predecessor outlives, then what was committed, then the log. */
  async #takeOver(context: PartitionContext): Promise<OpenPartition> {
    const { topic, partition } = context;
    const keeper = await this.#parts.open(context);
    try {
      const [id, ranges] = await Promise.all([this.#parts.logs.id(topic), this.#parts.logs.ranges(topic)]);
      const { next, gaps } = beginningIn(
        { id, ...(ranges.get(partition) ?? { start: 0n, end: 0n }) },
        keeper.committed,
        this.#known.get(keyOf(context)),
      );
      for (const gap of gaps) this.#parts.observe({ ...gap, topic, partition });
      if (gaps.length > 0) await keeper.move({ next, log: id });
      this.#known.set(keyOf(context), { next, log: id });
      return { keeper, log: id, next, reads: gaps.length > 0 ? 'elsewhere' : 'fromNextOrBefore' };
    } catch (error) {
      closeQuietly(keeper);
      throw error;
    }
  }

  /** The first offset that is not answered then; undefined where the partition was lost meanwhile. */
  async #answerDue(
    records: readonly InboundRecord[],
    { keeper, next, log }: OpenPartition,
    context: ChunkContext,
  ): Promise<bigint | undefined> {
    const due = records.filter((record) => record.offset >= next);
    if (due.length === 0) return next > context.next ? next : context.next;
    const outputs = await this.#parts.process(due);
    if (!context.alive()) return undefined;
    const seconds = await this.#commit(keeper, outputs, { next: context.next, log }, context);
    const bytes = outputs.reduce((sum, { value }) => sum + value.length, 0);
    this.#parts.observe({
      kind: 'committed',
      topic: context.topic,
      partition: context.partition,
      next: context.next,
      records: due.length,
      outputs: outputs.length,
      bytes,
      seconds,
    });
    return context.next;
  }

  async #commit(
    keeper: PlaceKeeper,
    outputs: readonly OutboundRecord[],
    place: Place,
    context: ChunkContext,
  ): Promise<number> {
    const started = performance.now();
    try {
      await keeper.commit(outputs, place);
    } catch (error) {
      // Failed or doubtful: this keeper is of no more use, and only a new one may ask what was committed.
      this.#forget(keyOf(context));
      this.#parts.observe({ kind: 'aborted', topic: context.topic, partition: context.partition });
      throw error;
    }
    return (performance.now() - started) / 1000;
  }

  #goOn(context: PartitionContext, partition: OpenPartition): void {
    this.#open.set(keyOf(context), partition);
    this.#known.set(keyOf(context), { next: partition.next, log: partition.log });
  }

  async #note(topic: string): Promise<void> {
    const log = await this.#parts.logs.id(topic);
    const [ranges, committed] = await Promise.all([this.#parts.logs.ranges(topic), this.#parts.committed(topic)]);
    for (const [partition, { start }] of ranges) {
      const key = keyOf({ topic, partition });
      const place = committed.get(partition) ?? this.#known.get(key) ?? { next: start, log };
      if (!this.#open.has(key)) this.#known.set(key, place);
    }
  }

  #forget(key: string): void {
    const partition = this.#open.get(key);
    if (partition) closeQuietly(partition.keeper);
    this.#open.delete(key);
  }
}
