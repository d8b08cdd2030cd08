import type { KafkaMessage } from 'kafkajs';
import type { InboundRecord } from '../../../scoring/ports/stream.ts';

/** A message of kafkajs in our own words. Of a header given twice the last counts. */
export function inboundRecord(topic: string, partition: number, message: KafkaMessage): InboundRecord {
  const headers = Object.fromEntries(
    Object.entries(message.headers ?? {}).map(([name, value]) => [name, headerBytes(value)]),
  );
  return {
    topic,
    partition,
    offset: BigInt(message.offset),
    timestamp: Number(message.timestamp),
    key: message.key,
    value: message.value,
    headers,
  };
}

function headerBytes(value: Buffer | string | (Buffer | string)[] | undefined): Buffer {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return Buffer.from(last ?? '');
}
