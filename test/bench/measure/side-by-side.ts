import type { Backlog } from '../input/backlog.ts';
import type { Stage } from '../stage/stage.ts';
import { median } from './quantile.ts';
import { runThrough, type Throughput } from './throughput.ts';

/** The two processors on one backlog, in turn, so that both meet the same weather. */
export interface SideBySide {
  readonly passThrough: Throughput;
  readonly tidewaiter: Throughput;
  /** Every run, in the order in which they were made. */
  readonly runs: readonly { readonly passThrough: Throughput; readonly tidewaiter: Throughput }[];
}

export async function sideBySide(stage: Stage, backlog: Backlog, rounds: number, report: (line: string) => void): Promise<SideBySide> {
  const runs: { passThrough: Throughput; tidewaiter: Throughput }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const passThrough = plain(await runThrough(stage, { role: 'passThrough', backlog }));
    const tidewaiter = plain(await runThrough(stage, { role: 'scoring', backlog }));
    runs.push({ passThrough, tidewaiter });
    report(`round ${round}/${rounds}: pass-through ${told(passThrough)}; Tidewaiter ${told(tidewaiter)}`);
  }
  return { passThrough: medians(runs.map((run) => run.passThrough)), tidewaiter: medians(runs.map((run) => run.tidewaiter)), runs };
}

const told = ({ itemsPerSecond, cpuSecondsPer1000Items }: Throughput): string => `${Math.round(itemsPerSecond)} items/s, ${(cpuSecondsPer1000Items * 1000).toFixed(0)} ms of CPU per 1,000`;

function plain({ worker: _, ...measured }: Throughput & { readonly worker: unknown }): Throughput {
  return measured;
}

/** Of each figure its own median. */
function medians(runs: readonly Throughput[]): Throughput {
  const names = Object.keys(runs[0]!) as (keyof Throughput)[];
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))])) as unknown as Throughput;
}
