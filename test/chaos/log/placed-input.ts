import { setTimeout as pause } from 'node:timers/promises';
import type { Kafka, Producer, RecordMetadata } from 'kafkajs';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { generateTrade } from '../../../services/generator/generate-trade.ts';
import { day } from '../../harness/checked.ts';

/** An event that was published, and where it lay. */
export interface Placed {
  readonly eventId: string;
  readonly partition: number;
  readonly offset: bigint;
  /** Which log of its topic: 0 for the first, one more each time that the topic was made anew. */
  readonly log: number;
}

/** Events of ordinary trade, each with its place on the topic. */
export interface PlacedInput {
  readonly placed: readonly Placed[];
  /** How often the topic was made anew. */
  readonly log: number;
  /** Publishes so many events, some to each partition that there is. The topic has to be there. */
  publish(events: number): Promise<void>;
  /** What is published from now on lies in another log. */
  madeAnew(): void;
}

/** So small a request that a fetch brings only some of what waits. */
const REQUEST = 60;
const LED_WITHIN_MS = 20_000;

export function placedInput(kafka: Kafka, topic: string, seed: number): PlacedInput {
  const { declarationEvent } = createCodecs();
  const trade = generateTrade({ seed, declarations: 100_000, from: day('2026-02-02'), authorityCountry: 'US' })[
    Symbol.iterator
  ]();
  const placed: Placed[] = [];
  let log = 0;
  const next = (): { readonly eventId: string; readonly key: string; readonly value: Buffer } => {
    const { event } = trade.next().value as { readonly event: Parameters<typeof declarationEvent.encode>[0] };
    return { eventId: event.eventId, key: event.declarationId, value: declarationEvent.encode(event) };
  };
  return {
    placed,
    get log() {
      return log;
    },
    madeAnew: () => (log += 1),
    publish: async (events) => {
      // A client of its own each time: none that remembers a topic as it was.
      const [producer, admin] = [
        kafka.producer({ allowAutoTopicCreation: false, retry: { retries: 0 } }),
        kafka.admin(),
      ];
      await Promise.all([producer.connect(), admin.connect()]);
      const partitions = (await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]!.partitions.length;
      for (let published = 0; published < events; published += REQUEST) {
        const batch = Array.from({ length: REQUEST }, next).map((record) => ({
          ...record,
          partition: partitionOf(record.key, partitions),
        }));
        const answers = await sent(producer, topic, batch);
        placed.push(
          ...withOffsets(
            batch,
            new Map(answers.map(({ partition, baseOffset }) => [partition, BigInt(baseOffset!)])),
            log,
          ),
        );
      }
      await Promise.all([producer.disconnect(), admin.disconnect()]);
    },
  };
}

type Batch = readonly { readonly key: string; readonly value: Buffer; readonly partition: number }[];

/** A partition that was just made has no leader for a moment. What is sent again may lie there twice: the second is a repeat to whoever answers, and the place that is known. */
async function sent(producer: Producer, topic: string, batch: Batch): Promise<readonly RecordMetadata[]> {
  for (const deadline = Date.now() + LED_WITHIN_MS; ; await pause(100)) {
    try {
      return await producer.send({
        topic,
        acks: -1,
        messages: batch.map(({ key, value, partition }) => ({ key, value, partition })),
      });
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** All events of a declaration go to one partition. */
const partitionOf = (key: string, partitions: number): number =>
  [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 0) % partitions;

function withOffsets(
  batch: readonly { readonly eventId: string; readonly partition: number }[],
  next: Map<number, bigint>,
  log: number,
): readonly Placed[] {
  return batch.map(({ eventId, partition }) => {
    const offset = next.get(partition)!;
    next.set(partition, offset + 1n);
    return { eventId, partition, offset, log };
  });
}
