import { setTimeout as pause } from 'node:timers/promises';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import type { Stage } from '../stage/stage.ts';

export interface SteadyOptions {
  readonly topic: string;
  readonly events: readonly DeclarationEvent[];
  readonly perSecond: number;
}

const TICK_MS = 5;

/** Sends each event when its time has come, whether or not the ones before are answered. @param onDue key and the time at which it is due, milliseconds since the epoch */
export async function publishSteadily(
  { client, codecs }: Pick<Stage, 'client' | 'codecs'>,
  { topic, events, perSecond }: SteadyOptions,
  onDue: (key: string, due: number) => void,
): Promise<{ readonly startedAt: number }> {
  const messages = events.map((event) => ({ key: event.declarationId, value: codecs.declarationEvent.encode(event) }));
  const producer = client.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  await producer.connect();
  const startedAt = Date.now();
  const dueAt = (index: number): number => startedAt + (index * 1000) / perSecond;
  for (let sent = 0; sent < messages.length;) {
    await pause(TICK_MS);
    const due = Math.min(messages.length, Math.floor(((Date.now() - startedAt) * perSecond) / 1000) + 1);
    if (due === sent) continue;
    for (let index = sent; index < due; index += 1) onDue(messages[index]!.key, dueAt(index));
    await producer.send({ topic, messages: messages.slice(sent, due) });
    sent = due;
  }
  await producer.disconnect();
  return { startedAt };
}
