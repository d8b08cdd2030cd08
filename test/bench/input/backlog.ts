import type { Kafka, Message } from 'kafkajs';
import type { Codecs } from '../../../services/adapters/avro/codecs.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';

/** A topic of declaration events that waits to be worked through, as often as one likes. */
export interface Backlog {
  readonly topic: string;
  readonly events: number;
  readonly items: number;
}

/** Most bytes of one request, below what the topic takes. */
const REQUEST_BYTES = 512 * 1024;

/** Sends the events in their order, without keeping them. */
export async function fillBacklog(
  client: Kafka,
  codecs: Codecs,
  topic: string,
  events: Iterable<DeclarationEvent>,
): Promise<Backlog> {
  const producer = client.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  await producer.connect();
  let [count, items, bytes] = [0, 0, 0];
  let messages: Message[] = [];
  const send = async (): Promise<void> => {
    if (messages.length > 0) await producer.send({ topic, messages });
    messages = [];
    bytes = 0;
  };
  for (const event of events) {
    const value = codecs.declarationEvent.encode(event);
    if (bytes + value.length > REQUEST_BYTES) await send();
    messages.push({ key: event.declarationId, value });
    count += 1;
    items += event.goodsItems.length;
    bytes += value.length;
  }
  await send();
  await producer.disconnect();
  return { topic, events: count, items };
}
