import type { Kafka } from 'kafkajs';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import { generateTrade } from '../../services/generator/generate-trade.ts';
import { day } from '../harness/checked.ts';

/** What the campaign publishes, slice by slice, and what must become of it. */
export interface Input {
  /** Ids of all events that were published, each counted once. */
  readonly eventIds: ReadonlySet<string>;
  /** Keys of all records that cannot be decoded. */
  readonly badKeys: ReadonlySet<string>;
  readonly repeats: number;
  /** Publishes the next slice; answers how many events and bad records are out by now. */
  publishNext(): Promise<number>;
  readonly slices: number;
  close(): Promise<void>;
}

interface Outgoing {
  /** What it counts as: a repeat has the id of what it repeats. */
  readonly id: string;
  readonly key: string;
  readonly value: Buffer;
}

/** One record in so many is published again; one in so many is bad bytes. */
const REPEAT_EVERY = 97;
const BAD_EVERY = 131;
/** Most records of one request. */
const REQUEST = 500;

/** The known set: ordinary trade with its amendments, cancellations and exits, repeats of some records, and bad bytes. */
export async function prepareInput(
  kafka: Kafka,
  topic: string,
  { seed, events, slices }: { readonly seed: number; readonly events: number; readonly slices: number },
): Promise<Input> {
  const { declarationEvent } = createCodecs();
  const eventIds = new Set<string>();
  const badKeys = new Set<string>();
  const records: Outgoing[] = [];
  let repeats = 0;
  for (const { event } of generateTrade({
    seed,
    declarations: events,
    from: day('2026-02-02'),
    authorityCountry: 'US',
  })) {
    const index = eventIds.size;
    const record = { id: event.eventId, key: event.declarationId, value: declarationEvent.encode(event) };
    eventIds.add(event.eventId);
    records.push(record);
    if (index % REPEAT_EVERY === 0) {
      repeats += 1;
      records.push(record);
    }
    if (index % BAD_EVERY === 0) {
      badKeys.add(`BAD${index}`);
      records.push({ id: `BAD${index}`, key: `BAD${index}`, value: corrupted(record.value, index) });
    }
  }
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  await producer.connect();
  const perSlice = Math.ceil(records.length / slices);
  let sent = 0;
  const out = new Set<string>();
  return {
    ...{ eventIds, badKeys, repeats, slices },
    publishNext: async () => {
      for (const end = Math.min(sent + perSlice, records.length); sent < end;) {
        const messages = records.slice(sent, Math.min(sent + REQUEST, end));
        await producer.send({ topic, messages: messages.map(({ key, value }) => ({ key, value })) });
        sent += messages.length;
        for (const { id } of messages) out.add(id);
      }
      return out.size;
    },
    close: () => producer.disconnect(),
  };
}

/** Bytes that no reader takes: the schema's fingerprint is none of ours. */
function corrupted(value: Buffer, salt: number): Buffer {
  const bytes = Buffer.from(value);
  bytes.writeUInt32LE(salt, 2);
  return bytes;
}
