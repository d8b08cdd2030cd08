import type { Backlog } from '../input/backlog.ts';
import { topicVariables, type Stage, type Variables } from '../stage/stage.ts';
import type { BenchWorker } from '../worker/start-worker.ts';
import type { Role, Work } from '../worker/messages.ts';

/** How fast one process worked through a backlog. */
export interface Throughput {
  readonly itemsPerSecond: number;
  readonly declarationsPerSecond: number;
  /** Processor time of the process between its first and its last commit, seconds. */
  readonly cpuSeconds: number;
  /** The same for a thousand items: says more than the rate where other programs are at work on the machine. */
  readonly cpuSecondsPer1000Items: number;
  readonly peakMemoryMiB: number;
  readonly deadLetters: number;
}

export interface RunOptions {
  readonly role: Role;
  readonly backlog: Backlog;
  readonly variables?: Variables;
}

let group = 0;
/** A group that has read nothing yet. */
export const newGroup = (): string => `bench-${(group += 1)}`;

/** Lets a new process work through a backlog, alone, from the first record to the last. */
export async function runThrough(stage: Stage, options: RunOptions): Promise<Throughput & { readonly worker: Pick<BenchWorker, 'samples'> }> {
  await stage.forgetEvents();
  const worker = startOn(stage, options);
  const work = await worker.done;
  await worker.stop();
  await stage.dropOutputs();
  return { ...throughput(work, options.backlog), worker };
}

/** Starts a process on a backlog. */
export function startOn(stage: Stage, { role, backlog, variables = {} }: RunOptions): BenchWorker {
  return stage.worker(newGroup(), { role, expected: backlog.events, variables: { ...topicVariables({ declarations: backlog.topic }), ...variables } });
}

/** Rates from the first commit to the last; a record counts for the backlog's mean number of items. */
export function throughput(work: Work, { events, items }: Backlog): Throughput {
  const timedItems = (work.timedRecords * items) / events;
  return {
    itemsPerSecond: timedItems / work.seconds,
    declarationsPerSecond: work.timedRecords / work.seconds,
    cpuSeconds: work.cpuSeconds,
    cpuSecondsPer1000Items: (work.cpuSeconds / timedItems) * 1000,
    peakMemoryMiB: work.peakMemoryMiB,
    deadLetters: work.deadLetters,
  };
}
