import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { encoded, publishSteadily } from '../input/steady.ts';
import { DueTimes, readCommitted, type ReadMessage } from '../measure/answers.ts';
import { newGroup } from '../measure/throughput.ts';
import { until } from '../measure/until.ts';
import { type Stage, topicVariables } from '../stage/stage.ts';
import type { BenchWorker } from '../worker/start-worker.ts';
import { modelFolder } from './start-desk.ts';

/** An assessment, as a reader of committed records has it; times in milliseconds since the epoch. */
export interface Answer {
  readonly due: number;
  readonly at: number;
  readonly partition: number;
  /** By which it was judged. */
  readonly edition: string;
}

/** Processes that judge, and what is seen of them from outside. */
export interface MeasuredStream {
  readonly workers: readonly BenchWorker[];
  readonly answers: readonly Answer[];
  /** When the reference topic named an edition. @param standing `main`: in force; `prepared`: announced */
  publishedAt(standing: 'main' | 'prepared', edition: string): number | undefined;
  /** Publishes until it is told to end; resolves when every declaration that was sent is answered. */
  publish(events: Iterable<DeclarationEvent>, perSecond: number, end: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

export async function startMeasuredStream(stage: Stage, processes: number): Promise<MeasuredStream> {
  const name = newGroup();
  const [input, output] = [`${name}-in`, `${name}-out`];
  const topics = topicVariables({ declarations: input, assessments: output });
  await stage.topics(topics);
  await stage.forgetEvents();
  const variables = { ...topics, ...modelFolder(stage.folder) };
  const crew = stage.crew(name, { role: 'scoring', processes, expected: Infinity, variables });
  await crew.joined;
  for (const worker of crew.workers) worker.watchLoop();
  const [dueTimes, answers, published] = [new DueTimes(), [] as Answer[], new Map<string, number>()];
  const readers = await Promise.all([
    readCommitted(stage.client, output, (message) => {
      const due = dueTimes.take(String(message.key));
      if (due !== undefined) answers.push({ due, at: Date.now(), ...judgedBy(stage, message) });
    }),
    readCommitted(stage.client, 'customs.reference', ({ value, timestamp }) => {
      const { kind, name: standing, version } = stage.codecs.referenceActivation.decode(value!);
      if (kind === 'edition') published.set(`${standing} ${version}`, Number(timestamp));
    }),
  ]);
  return {
    ...{ workers: crew.workers, answers },
    publishedAt: (standing, edition) => published.get(`${standing} ${edition}`),
    publish: async (events, perSecond, end) => {
      const options = { topic: input, messages: encoded(stage, events), perSecond, until: end };
      const { sent } = await publishSteadily(stage, options, (key, due) => dueTimes.add(key, due));
      await until('an answer to every declaration', () => answers.length >= sent);
    },
    stop: async () => {
      await Promise.all([...readers.map((reader) => reader.disconnect()), crew.stop()]);
    },
  };
}

function judgedBy({ codecs }: Stage, { value, partition }: ReadMessage): Pick<Answer, 'partition' | 'edition'> {
  return { partition, edition: codecs.assessment.decode(value!).edition ?? 'none' };
}
