import type { Consumer, Kafka } from 'kafkajs';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { publishSteadily } from '../input/steady.ts';
import { type Stage, topicVariables } from '../stage/stage.ts';
import type { Role } from '../worker/messages.ts';
import { quantile } from './quantile.ts';
import { newGroup } from './throughput.ts';

export interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Answers that were timed. */
  readonly answers: number;
  readonly declarationsPerSecond: number;
}

export interface LatencyOptions {
  readonly role: Role;
  readonly declarationsPerSecond: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly events: (count: number) => Iterable<DeclarationEvent>;
}

const ANSWERED_WITHIN_MS = 60_000;

/**
 * Time from the moment at which a declaration was due to be sent until a reader of committed records has its assessment. Sending is
 * open-loop: what a slow answer holds up is charged to it.
 */
export async function latencyOf(stage: Stage, options: LatencyOptions): Promise<Latency> {
  const name = newGroup();
  const variables = topicVariables({ declarations: `${name}-in`, assessments: `${name}-out` });
  await stage.topics(variables);
  await stage.forgetEvents();
  const crew = stage.crew(name, { role: options.role, processes: 1, expected: Infinity, variables });
  await crew.joined;
  const dueTimes = new Map<string, number[]>();
  const timed: { readonly due: number; readonly took: number }[] = [];
  const reader = await readKeys(stage.client, `${name}-out`, (key) => {
    const due = dueTimes.get(key)?.shift();
    if (due !== undefined) timed.push({ due, took: Date.now() - due });
  });
  const events = [...options.events(Math.ceil(options.declarationsPerSecond * options.seconds))];
  const sent = await publishSteadily(
    stage,
    { topic: `${name}-in`, events, perSecond: options.declarationsPerSecond },
    (key, due) => void dueTimes.set(key, [...(dueTimes.get(key) ?? []), due]),
  );
  await untilAll(() => timed.length >= events.length);
  await Promise.all([reader.disconnect(), crew.stop()]);
  const took = timed
    .filter(({ due }) => due >= sent.startedAt + options.warmUpSeconds * 1000)
    .map((answer) => answer.took);
  return {
    p50Ms: quantile(took, 0.5),
    p99Ms: quantile(took, 0.99),
    maxMs: quantile(took, 1),
    answers: took.length,
    declarationsPerSecond: options.declarationsPerSecond,
  };
}

async function readKeys(client: Kafka, topic: string, onKey: (key: string) => void): Promise<Consumer> {
  const consumer = client.consumer({ groupId: newGroup(), readUncommitted: false, maxWaitTimeInMs: 20 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const joined = new Promise<void>((resolve) => consumer.on('consumer.group_join', () => resolve()));
  await consumer.run({
    autoCommit: false,
    eachBatch: ({ batch }) => {
      for (const { key } of batch.messages) onKey(String(key));
      return Promise.resolve();
    },
  });
  await joined;
  return consumer;
}

async function untilAll(condition: () => boolean): Promise<void> {
  for (
    const deadline = Date.now() + ANSWERED_WITHIN_MS;
    !condition();
    await new Promise((resolve) => setTimeout(resolve, 50))
  ) {
    if (Date.now() > deadline)
      throw new Error(`not all declarations were answered within ${ANSWERED_WITHIN_MS / 1000} s of the last`);
  }
}
