import type { Kafka } from 'kafkajs';
import type { ReferenceActivation } from '../../../risk/messages/reference-activation.ts';
import type { Codec } from '../../../scoring/ports/codecs.ts';
import { readToEnd } from '../stream/read-to-end.ts';

export interface ReferenceTopic {
  /** Compacted; keyed `kind/name`. */
  readonly topic: string;
  readonly groupPrefix: string;
  readonly codec: Codec<ReferenceActivation>;
  /** Fetches the schemas that decoding needs. */
  prepare(batch: Iterable<Uint8Array | null>): Promise<void>;
}

/** Name of a snapshot as the topic keys it: "tariff/US", "nomenclature". */
const activationKey = ({ kind, name }: Pick<ReferenceActivation, 'kind' | 'name'>): string =>
  name === kind ? kind : `${kind}/${name}`;

/** What is in force by the topic: the last activation of each name, in the order of the log. Nothing activated is an empty map; an unreadable topic throws. */
export async function readActivations(
  kafka: Kafka,
  reference: ReferenceTopic,
): Promise<ReadonlyMap<string, ReferenceActivation>> {
  const last = new Map<string, Buffer>();
  await readToEnd(kafka, reference, ({ key, value }) => {
    if (key && value) putLast(last, key.toString('utf8'), value);
  });
  await reference.prepare(last.values());
  return new Map([...last].map(([key, value]) => [key, reference.codec.decode(value)]));
}

/** Sets a key and puts it behind all others: a map keeps the place of a key that is set again. */
export function putLast<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
}

/** Puts versions in force for every process that starts, or looks, from now on. */
export async function publishActivations(
  kafka: Kafka,
  { topic, codec }: ReferenceTopic,
  activations: readonly ReferenceActivation[],
): Promise<void> {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  await producer.connect();
  try {
    await producer.send({
      topic,
      acks: -1,
      messages: activations.map((activation) => ({ key: activationKey(activation), value: codec.encode(activation) })),
    });
  } finally {
    await producer.disconnect();
  }
}
