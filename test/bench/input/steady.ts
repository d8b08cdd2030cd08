import { setTimeout as pause } from 'node:timers/promises';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import type { Stage } from '../stage/stage.ts';

/** A declaration event as it is sent. */
export interface EncodedEvent {
  readonly key: string;
  readonly value: Buffer;
}

export interface SteadyOptions {
  readonly topic: string;
  readonly messages: Iterable<EncodedEvent>;
  readonly perSecond: number;
  /** Ends the sending before all are sent. */
  readonly until?: AbortSignal;
}

const TICK_MS = 5;

/** Each is encoded as it is taken. */
export function* encoded(
  { codecs }: Pick<Stage, 'codecs'>,
  events: Iterable<DeclarationEvent>,
): Generator<EncodedEvent> {
  for (const event of events) yield { key: event.declarationId, value: codecs.declarationEvent.encode(event) };
}

/** Sends each event when its time has come, whether or not the ones before are answered. @param onDue key and the time at which it is due, milliseconds since the epoch */
export async function publishSteadily(
  { client }: Pick<Stage, 'client'>,
  { topic, messages, perSecond, until }: SteadyOptions,
  onDue: (key: string, due: number) => void,
): Promise<{ readonly startedAt: number; readonly sent: number }> {
  const producer = client.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  await producer.connect();
  const left = messages[Symbol.iterator]();
  const startedAt = Date.now();
  const dueAt = (index: number): number => startedAt + (index * 1000) / perSecond;
  let sent = 0;
  for (let last = false; !last && !until?.aborted;) {
    await pause(TICK_MS);
    const batch: EncodedEvent[] = [];
    while (!last && dueAt(sent + batch.length) <= Date.now()) {
      const next = left.next();
      if (next.done) last = true;
      else batch.push(next.value);
    }
    if (batch.length === 0) continue;
    batch.forEach(({ key }, index) => onDue(key, dueAt(sent + index)));
    await producer.send({ topic, messages: batch });
    sent += batch.length;
  }
  await producer.disconnect();
  return { startedAt, sent };
}
