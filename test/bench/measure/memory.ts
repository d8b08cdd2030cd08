import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { repeated } from '../input/trade-pool.ts';
import type { Stage } from '../stage/stage.ts';
import type { Sample } from '../worker/messages.ts';
import { median } from './quantile.ts';
import { runThrough, type Throughput } from './throughput.ts';

/** The resident set of one process over a long run: flat where the last quarter's is the second quarter's. */
export interface MemoryOverTime {
  readonly items: number;
  readonly itemsPerSecond: number;
  readonly secondQuarterMiB: number;
  readonly lastQuarterMiB: number;
  readonly peakMiB: number;
}

export async function memoryOver(
  stage: Stage,
  pool: readonly DeclarationEvent[],
  items: number,
  warmUpShare: number,
): Promise<MemoryOverTime> {
  const backlog = await stage.backlog('customs.declarations-many', repeated(pool, items, 'm'));
  const { samples, ...measured } = await runThrough(stage, { role: 'scoring', backlog, warmUpShare });
  return { items: backlog.items, ...quarters(measured, samples.flat(), backlog.events) };
}

function quarters(
  { itemsPerSecond, peakMemoryMiB }: Throughput,
  samples: readonly Sample[],
  events: number,
): Omit<MemoryOverTime, 'items'> {
  const within = (from: number, to: number): number =>
    median(
      samples
        .filter(({ records }) => records > from * events && records <= to * events)
        .map(({ residentMiB }) => residentMiB),
    );
  return {
    itemsPerSecond,
    secondQuarterMiB: within(0.25, 0.5),
    lastQuarterMiB: within(0.75, 1),
    peakMiB: peakMemoryMiB,
  };
}
