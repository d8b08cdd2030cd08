import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { encoded, publishSteadily } from '../input/steady.ts';
import { type Stage, topicVariables } from '../stage/stage.ts';
import type { Role } from '../worker/messages.ts';
import { DueTimes, readCommitted } from './answers.ts';
import { quantile } from './quantile.ts';
import { newGroup } from './throughput.ts';
import { until } from './until.ts';

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
  const dueTimes = new DueTimes();
  const timed: { readonly due: number; readonly took: number }[] = [];
  const reader = await readCommitted(stage.client, `${name}-out`, ({ key }) => {
    const due = dueTimes.take(String(key));
    if (due !== undefined) timed.push({ due, took: Date.now() - due });
  });
  const messages = [...encoded(stage, options.events(Math.ceil(options.declarationsPerSecond * options.seconds)))];
  const sent = await publishSteadily(
    stage,
    { topic: `${name}-in`, messages, perSecond: options.declarationsPerSecond },
    (key, due) => dueTimes.add(key, due),
  );
  await until('an answer to every declaration', () => timed.length >= messages.length);
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
