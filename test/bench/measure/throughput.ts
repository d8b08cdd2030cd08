import type { Backlog } from '../input/backlog.ts';
import { type Stage, topicVariables, type Variables } from '../stage/stage.ts';
import type { Crew } from '../worker/crew.ts';
import type { Role, Sample } from '../worker/messages.ts';
import { timedWindow } from './timed-window.ts';

/** How fast the processes of a run worked through a backlog, once warm. */
export interface Throughput {
  readonly itemsPerSecond: number;
  readonly declarationsPerSecond: number;
  /** Length of the timed window. */
  readonly seconds: number;
  /** Processor time within it, summed over the processes, seconds. */
  readonly cpuSeconds: number;
  /** The same for a thousand items: says more than the rate where other programs are at work on the machine. */
  readonly cpuSecondsPer1000Items: number;
  /** Of the largest process, since its start. */
  readonly peakMemoryMiB: number;
  /** In the whole run. */
  readonly deadLetters: number;
}

export interface RunOptions {
  readonly role: Role;
  readonly backlog: Backlog;
  /** Share of the backlog that is done before anything is timed. */
  readonly warmUpShare: number;
  /** Default: one. */
  readonly processes?: number;
  readonly variables?: Variables;
}

/** What each process of a run told, in order. */
export type RunSamples = readonly (readonly Sample[])[];

let group = 0;
/** A group that has read nothing yet. */
export const newGroup = (): string => `bench-${(group += 1)}`;

/** Lets new processes work through a backlog, by themselves, from the first record to the last. */
export async function runThrough(
  stage: Stage,
  options: RunOptions,
): Promise<Throughput & { readonly samples: RunSamples }> {
  await stage.forgetEvents();
  const crew = startOn(stage, options);
  await crew.done;
  await crew.stop();
  await stage.dropOutputs();
  return { ...throughput(crew.samples, options.backlog, options.warmUpShare), samples: crew.samples };
}

/** Starts processes on a backlog. */
export function startOn(
  stage: Stage,
  { role, backlog, processes = 1, variables = {} }: Omit<RunOptions, 'warmUpShare'>,
): Crew {
  return stage.crew(newGroup(), {
    role,
    processes,
    expected: backlog.events,
    variables: { ...topicVariables({ declarations: backlog.topic }), ...variables },
  });
}

/** Rates within the timed window; a record counts for the backlog's mean number of items. */
export function throughput(
  samples: RunSamples,
  { events, items }: Pick<Backlog, 'events' | 'items'>,
  warmUpShare: number,
): Throughput {
  const { startedAt, endedAt, records, cpuSeconds } = timedWindow(samples, events, warmUpShare);
  const seconds = (endedAt - startedAt) / 1000;
  const timedItems = (records * items) / events;
  const last = samples.flatMap((told) => told.at(-1) ?? []);
  return {
    itemsPerSecond: timedItems / seconds,
    declarationsPerSecond: records / seconds,
    ...{ seconds, cpuSeconds },
    cpuSecondsPer1000Items: (cpuSeconds / timedItems) * 1000,
    peakMemoryMiB: Math.max(...last.map(({ peakMiB }) => peakMiB)),
    deadLetters: last.reduce((sum, { deadLetters }) => sum + deadLetters, 0),
  };
}
