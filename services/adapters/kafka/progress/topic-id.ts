import type { Broker } from 'kafkajs';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';

/** What kafkajs sends requests by; its types leave it out. */
interface Wire {
  readonly connectionPool: { send(call: { readonly request: object; readonly response: object }): Promise<string> };
}

/** Metadata in the first version that tells ids (Kafka 2.8, KIP-516); kafkajs itself stops at version 6. */
const METADATA = { apiKey: 3, apiVersion: 10, apiName: 'Metadata' } as const;
const UNKNOWN_TOPIC = 3;

/**
 * The id that a topic got when it was made, as 32 hexadecimal digits: one that is deleted and made again has another.
 * @throws TDW_KAFKA_TOPIC_MISSING
 */
export async function readTopicId(broker: Broker, topic: string): Promise<string> {
  const body = metadataRequest(topic);
  const request = { ...METADATA, encode: () => Promise.resolve({ buf: body, buffer: body }) };
  const response = {
    decode: (payload: Buffer) => Promise.resolve(payload),
    parse: (payload: Buffer) => Promise.resolve(idIn(payload, topic)),
  };
  return (broker as unknown as Wire).connectionPool.send({ request, response });
}

/** Header tags, one topic by name (its id unknown), no auto-creation, no rights asked, body tags. */
function metadataRequest(topic: string): Buffer {
  const name = Buffer.from(topic, 'utf8');
  return Buffer.concat([
    Buffer.from([0, 2]),
    Buffer.alloc(16),
    varint(name.length + 1),
    name,
    Buffer.from([0, 0, 0, 0, 0]),
  ]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left > 0x7f; left >>>= 7) bytes.push((left & 0x7f) | 0x80);
  return Buffer.from([...bytes, left]);
}

/** Header tags, throttle time, brokers, cluster id, controller, then the one topic: error code, name, id, and what is not read. */
function idIn(payload: Buffer, topic: string): string {
  const reader = new Reader(payload);
  reader.varint();
  reader.skip(4);
  for (let brokers = reader.varint() - 1; brokers > 0; brokers -= 1) skipBroker(reader);
  reader.skipText();
  reader.skip(4);
  reader.varint();
  const failure = reader.int16();
  if (failure === UNKNOWN_TOPIC)
    throw new TidewaiterError('TDW_KAFKA_TOPIC_MISSING', `the topic ${topic} does not exist`);
  if (failure !== 0)
    throw new TidewaiterError(
      'TDW_KAFKA_REFUSED',
      `the broker answered error code ${failure} about the topic ${topic}`,
    );
  reader.skipText();
  return reader.hex(16);
}

function skipBroker(reader: Reader): void {
  reader.skip(4);
  reader.skipText();
  reader.skip(4);
  reader.skipText();
  reader.varint();
}

/** Reads the compact forms of KIP-482. */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  skip(bytes: number): void {
    this.#at += bytes;
  }

  varint(): number {
    let [value, shift, byte] = [0, 0, 0x80];
    for (; byte & 0x80; shift += 7) {
      byte = this.#bytes.readUInt8(this.#at);
      value |= (byte & 0x7f) << shift;
      this.#at += 1;
    }
    return value;
  }

  int16(): number {
    this.#at += 2;
    return this.#bytes.readInt16BE(this.#at - 2);
  }

  skipText(): void {
    this.skip(Math.max(0, this.varint() - 1));
  }

  hex(bytes: number): string {
    this.#at += bytes;
    return this.#bytes.toString('hex', this.#at - bytes, this.#at);
  }
}
