import type { Sample } from './messages.ts';
import type { BenchWorker } from './start-worker.ts';

/** Processes that share one piece of work by consumer group. */
export interface Crew {
  /** Resolves when every process has joined. */
  readonly joined: Promise<void>;
  /** Resolves when they have committed so many records together as were expected; rejects where one ends before, or none gets on. */
  readonly done: Promise<void>;
  /** What each process told, in order. */
  readonly samples: readonly (readonly Sample[])[];
  readonly workers: readonly BenchWorker[];
  /** Ends them in an orderly way. */
  stop(): Promise<void>;
}

const STUCK_AFTER_MS = 120_000;

/** @param start starts one process, which calls `onSample` when there is a new sample */
export function startCrew(
  processes: number,
  expected: number,
  start: (number: number, onSample: () => void) => BenchWorker,
): Crew {
  const workers: BenchWorker[] = [];
  const done = new Promise<void>((resolve, reject) => {
    const stuck = setTimeout(
      () =>
        reject(
          new Error(
            `nothing was committed for ${STUCK_AFTER_MS / 1000} s: ${committed(workers)} of ${expected} records`,
          ),
        ),
      STUCK_AFTER_MS,
    );
    const onSample = (): void => {
      stuck.refresh();
      if (committed(workers) < expected) return;
      clearTimeout(stuck);
      resolve();
    };
    for (let number = 1; number <= processes; number += 1) workers.push(start(number, onSample));
    for (const { ended } of workers)
      void ended.then((how) => {
        clearTimeout(stuck);
        reject(new Error(how));
      });
  });
  const joined = Promise.all(workers.map((worker) => worker.joined)).then(() => undefined);
  for (const awaited of [done, joined]) awaited.catch(() => undefined);
  return {
    ...{ done, joined, workers },
    samples: workers.map(({ samples }) => samples),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

function committed(workers: readonly BenchWorker[]): number {
  return workers.reduce((sum, { samples }) => sum + (samples.at(-1)?.records ?? 0), 0);
}
