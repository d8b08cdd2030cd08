import type { Backlog } from '../input/backlog.ts';
import type { Stage } from '../stage/stage.ts';
import { median } from './quantile.ts';
import { runThrough, type Throughput } from './throughput.ts';

/** The two processors with the same number of processes each. */
export interface Pair {
  readonly processes: number;
  readonly passThrough: Throughput;
  readonly tidewaiter: Throughput;
  /** Items a second of Tidewaiter to those of the pass-through. */
  readonly ratio: number;
}

export interface SideBySide {
  /** Medians of the rounds, for each number of processes. */
  readonly byProcesses: readonly Pair[];
  /** Every run, in the order in which they were made. */
  readonly runs: readonly Pair[];
}

export interface SideBySideOptions {
  readonly backlog: Backlog;
  readonly rounds: number;
  readonly processes: readonly number[];
  readonly warmUpShare: number;
  readonly report: (line: string) => void;
}

/** The two processors on one backlog, in turn, so that both meet the same weather. */
export async function sideBySide(
  stage: Stage,
  { backlog, rounds, processes, warmUpShare, report }: SideBySideOptions,
): Promise<SideBySide> {
  const runs: Pair[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const count of processes) {
      const options = { backlog, warmUpShare, processes: count };
      const passThrough = plain(await runThrough(stage, { role: 'passThrough', ...options }));
      const tidewaiter = plain(await runThrough(stage, { role: 'scoring', ...options }));
      runs.push(pair(count, passThrough, tidewaiter));
      report(
        `round ${round}/${rounds}, ${count} process${count > 1 ? 'es' : ''}: pass-through ${told(passThrough)}; Tidewaiter ${told(tidewaiter)}`,
      );
    }
  }
  return {
    byProcesses: processes.map((count) =>
      mediansOf(
        count,
        runs.filter((run) => run.processes === count),
      ),
    ),
    runs,
  };
}

/** The pair in which the two processors together did best: the largest product of their rates, which weighs both alike. */
export function bestPair(pairs: readonly Pair[]): Pair {
  const merit = ({ passThrough, tidewaiter }: Pair): number => passThrough.itemsPerSecond * tidewaiter.itemsPerSecond;
  return pairs.reduce((best, one) => (merit(one) > merit(best) ? one : best));
}

const pair = (processes: number, passThrough: Throughput, tidewaiter: Throughput): Pair => ({
  processes,
  passThrough,
  tidewaiter,
  ratio: tidewaiter.itemsPerSecond / passThrough.itemsPerSecond,
});

const mediansOf = (processes: number, runs: readonly Pair[]): Pair =>
  pair(
    processes,
    medians(runs.map(({ passThrough }) => passThrough)),
    medians(runs.map(({ tidewaiter }) => tidewaiter)),
  );

const told = ({ itemsPerSecond, cpuSecondsPer1000Items }: Throughput): string =>
  `${Math.round(itemsPerSecond)} items/s, ${(cpuSecondsPer1000Items * 1000).toFixed(0)} ms of CPU per 1,000`;

function plain({ samples: _, ...measured }: Throughput & { readonly samples: unknown }): Throughput {
  return measured;
}

/** Of each figure its own median. */
function medians(runs: readonly Throughput[]): Throughput {
  const names = Object.keys(runs[0]!) as (keyof Throughput)[];
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))])) as unknown as Throughput;
}
