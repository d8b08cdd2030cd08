import type { Sample } from '../worker/messages.ts';

/** The part of a run that counts: what came before it warmed the processes up. */
export interface TimedWindow {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Committed after its start, by all processes. */
  readonly records: number;
  /** Processor time within it, summed over the processes. */
  readonly cpuSeconds: number;
}

/**
 * From the commit by which a share of the records was done, whichever process made it, to the one by which all were.
 * @param processes what each process told, in order
 * @throws RangeError where not all are done, or all were at once
 */
export function timedWindow(
  processes: readonly (readonly Sample[])[],
  expected: number,
  warmUpShare: number,
): TimedWindow {
  const progress = progressOf(processes);
  const start = progress.find(({ records }) => records >= expected * warmUpShare);
  const end = progress.find(({ records }) => records >= expected);
  if (!start || !end) throw new RangeError(`of ${expected} records ${progress.at(-1)?.records ?? 0} are done`);
  if (end.at <= start.at) throw new RangeError(`${expected} records were done at once: too few to be timed`);
  const cpuSeconds = processes.reduce((sum, samples) => sum + cpuAt(samples, end.at) - cpuAt(samples, start.at), 0);
  return { startedAt: start.at, endedAt: end.at, records: end.records - start.records, cpuSeconds };
}

/** What all processes had committed together after each commit of any. */
function progressOf(
  processes: readonly (readonly Sample[])[],
): readonly { readonly at: number; readonly records: number }[] {
  const commits = processes.flatMap((samples) =>
    samples.map(({ at, records }, index) => ({ at, records: records - (samples[index - 1]?.records ?? 0) })),
  );
  let done = 0;
  return commits.sort((a, b) => a.at - b.at).map(({ at, records }) => ({ at, records: (done += records) }));
}

/** Between two samples of a process its processor time is taken to grow evenly. */
function cpuAt(samples: readonly Sample[], at: number): number {
  const after = samples.findIndex((sample) => sample.at >= at);
  if (after === -1) return samples.at(-1)?.cpuSeconds ?? 0;
  const [before, next] = [samples[after - 1], samples[after]!];
  if (!before) return next.cpuSeconds;
  return before.cpuSeconds + ((next.cpuSeconds - before.cpuSeconds) * (at - before.at)) / (next.at - before.at);
}
