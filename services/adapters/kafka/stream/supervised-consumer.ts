import type { Consumer, Kafka } from 'kafkajs';
import { asFailureOver } from '../kafka-error.ts';
import { withAdmin } from '../with-admin.ts';
import { answerBatch, type BatchHooks, type BatchSettings, type Membership, partitionContext } from './answer-batch.ts';
import { pause } from './heartbeat.ts';
import type { HeldPartitions } from './held-partitions.ts';
import { refuseResets } from './refuse-resets.ts';

export interface ConsumerSettings extends BatchSettings {
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly sessionTimeoutMs: number;
  readonly maxBytesPerPartition: number;
  readonly partitionsConcurrently: number;
  /** How old the list of a topic's partitions may be: those that are added are read within this. */
  readonly metadataMaxAgeMs: number;
}

export interface SupervisedConsumer {
  /** Ends after the chunks at hand are answered. */
  stop(): Promise<void>;
}

/**
 * Starts a consumer that does not end by itself: it waits out infrastructure in place (see answer-batch), rejoins the group with
 * a new object when kafkajs gives up or its producer was fenced, and leaves it only on `stop`.
 */
export async function startSupervisedConsumer(
  kafka: Kafka,
  settings: ConsumerSettings,
  held: HeldPartitions,
  observe: BatchHooks['observe'],
): Promise<SupervisedConsumer> {
  const supervision = new Supervision(kafka, settings, held, observe);
  await supervision.join().catch(async (error: unknown) => {
    throw await named(kafka, settings.topics, error);
  });
  return { stop: () => supervision.leave() };
}

/** What ended a membership, with the topic's name where one is missing. */
function named(kafka: Kafka, topics: readonly string[], error: unknown): Promise<unknown> {
  return asFailureOver(error, topics, () => withAdmin(kafka, (admin) => admin.listTopics()));
}

/** One membership of the group after another; whatever the newest is assigned is rightfully ours. */
class Supervision {
  readonly #kafka: Kafka;
  readonly #settings: ConsumerSettings;
  readonly #held: HeldPartitions;
  readonly #observe: BatchHooks['observe'];
  #consumer: Consumer | undefined;
  /** Counts assignments: what was fetched under an earlier one may belong to somebody else. */
  #generation = 0;
  #rejoining: Promise<void> | undefined;
  #stopping = false;

  constructor(kafka: Kafka, settings: ConsumerSettings, held: HeldPartitions, observe: BatchHooks['observe']) {
    this.#kafka = kafka;
    this.#settings = settings;
    this.#held = held;
    this.#observe = observe;
  }

  async join(): Promise<void> {
    const {
      groupId,
      topics,
      sessionTimeoutMs,
      heartbeatIntervalMs,
      maxBytesPerPartition,
      partitionsConcurrently,
      metadataMaxAgeMs,
    } = this.#settings;
    const consumer: Consumer = this.#kafka.consumer({
      groupId,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: sessionTimeoutMs,
      heartbeatInterval: heartbeatIntervalMs,
      maxBytesPerPartition,
      metadataMaxAge: metadataMaxAgeMs,
      partitionAssigners: [
        refuseResets(({ topic, partition }) =>
          this.#held.outOfRange(partitionContext(this.#membershipOf(consumer), topic, partition)),
        ),
      ],
      maxWaitTimeInMs: 50,
      readUncommitted: false,
      allowAutoTopicCreation: false,
    });
    this.#consumer = consumer;
    this.#watch(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    const hooks: BatchHooks = {
      onChunk: (records, context) => this.#held.answer(records, context),
      observe: this.#observe,
    };
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: partitionsConcurrently,
      eachBatch: (payload) => answerBatch(payload, this.#membershipOf(consumer), this.#settings, hooks),
    });
  }

  async leave(): Promise<void> {
    this.#stopping = true;
    await this.#rejoining;
    await this.#consumer?.stop();
    await this.#consumer?.disconnect();
    this.#held.stop();
  }

  #watch(consumer: Consumer): void {
    consumer.on('consumer.rebalancing', () => {
      this.#newAssignment();
      this.#observe({ kind: 'rebalancing' });
    });
    consumer.on('consumer.group_join', ({ payload }) => {
      const partitions = Object.entries(payload.memberAssignment).flatMap(([topic, numbers]) =>
        numbers.map((partition) => ({ topic, partition })),
      );
      this.#newAssignment();
      this.#held.look();
      this.#observe({ kind: 'joined', partitions });
    });
    consumer.on(
      'consumer.end_batch_process',
      ({ payload: { topic, partition, batchSize, firstOffset, lastOffset } }) => {
        if (batchSize > 0 || this.#stopping) return;
        const context = partitionContext(this.#membershipOf(consumer), topic, partition);
        this.#held.passOver(context, BigInt(firstOffset), BigInt(lastOffset) + 1n);
      },
    );
    consumer.on('consumer.crash', ({ payload }) => {
      this.#newAssignment();
      void named(this.#kafka, this.#settings.topics, payload.error).then((error) =>
        this.#observe({ kind: 'crashed', error }),
      );
      if (!payload.restart) this.#rejoin();
    });
  }

  /** All that is held for partitions is void before and after every rebalance. */
  #newAssignment(): void {
    this.#generation += 1;
    this.#held.release();
  }

  #membershipOf(consumer: Consumer): Membership {
    const generation = this.#generation;
    return {
      consumer,
      isCurrent: () => generation === this.#generation,
      isStopping: () => this.#stopping,
      rejoin: () => this.#rejoin(),
    };
  }

  /** Once at a time, and not while the consumer ends. */
  #rejoin(): void {
    if (this.#stopping || this.#rejoining) return;
    this.#newAssignment();
    this.#rejoining = this.#joinAnew().finally(() => {
      this.#rejoining = undefined;
    });
  }

  /** With a new consumer object, until it succeeds. */
  async #joinAnew(): Promise<void> {
    const [first, longest] = this.#settings.backoffMs;
    let wait = first;
    for (let joined = false; !joined && !this.#stopping;) {
      await this.#consumer?.disconnect().catch(() => undefined);
      await pause(wait);
      wait = Math.min(wait * 2, longest);
      joined = await this.join().then(
        () => true,
        (error: unknown) => {
          this.#observe({ kind: 'crashed', error });
          return false;
        },
      );
    }
  }
}
