import { availableParallelism } from 'node:os';
import { repeated, tradePool } from './input/trade-pool.ts';
import { type Audited, withAudit } from './measure/audited.ts';
import { type Growth, growth } from './measure/growth.ts';
import { type Latency, latencyOf } from './measure/latency.ts';
import { memoryOver, type MemoryOverTime } from './measure/memory.ts';
import { recordBytes, type RecordForms } from './measure/record-bytes.ts';
import { bestPair, type Pair, sideBySide } from './measure/side-by-side.ts';
import type { Throughput } from './measure/throughput.ts';
import type { BenchPlan } from './plan.ts';
import { describeMachine, loadNow, type Machine } from './report/machine.ts';
import { openStage, PARTITIONS, type Stage } from './stage/stage.ts';

/** Enough for a mean. */
const ONE_ITEM_DECLARATIONS = 600;

export interface BenchResult {
  /** Share of a backlog that was done before anything was timed. */
  readonly warmUpShare: number;
  /** Of each processor, in the figures below: the number with which both together did best. */
  readonly processes: number;
  readonly passThrough: Measured;
  /** With audit off. */
  readonly tidewaiter: Measured;
  /** Items a second of Tidewaiter to those of the pass-through, of the medians. */
  readonly ratio: number;
  /** The same with one process and with as many as the machine has cores. */
  readonly byProcesses: readonly Pair[];
  /** Every round of it. */
  readonly runs: readonly Pair[];
  readonly withAudit: Audited;
  readonly growth: Growth;
  /** Of declarations with one goods item. */
  readonly recordBytes: RecordForms;
  /** Only where a long run was asked for. */
  readonly memory?: MemoryOverTime;
  readonly machine: Machine;
}

/** Latency is that of one process, at half of the rate that one process has. */
export type Measured = Throughput &
  Pick<Latency, 'p50Ms' | 'p99Ms' | 'maxMs'> & { readonly latencyAtDeclarationsPerSecond: number };

export interface BenchRun {
  readonly plan: BenchPlan;
  readonly profiles?: string | undefined;
  readonly report: (line: string) => void;
}

/** Measures the pass-through and Tidewaiter on a broker and a database of its own, never both at a time. */
export async function runBench({ plan, profiles, report }: BenchRun): Promise<BenchResult> {
  const loadBefore = loadNow();
  const stage = await openStage({ seed: plan.seed, profiles, report });
  try {
    const pool = tradePool({ seed: plan.seed, declarations: plan.poolDeclarations });
    await makePast(stage, pool, plan);
    const backlog = await stage.backlog('customs.declarations-backlog', repeated(pool, plan.backlogItems, 'b'));
    report(`${backlog.events} events with ${backlog.items} goods items wait`);
    const { byProcesses, runs } = await sideBySide(stage, { ...plan, backlog, report, processes: processCounts() });
    const { processes, passThrough, tidewaiter, ratio } = bestPair(byProcesses);
    const alone = byProcesses.find((pair) => pair.processes === 1)!;
    const latencies = {
      passThrough: await latency('passThrough', alone.passThrough),
      tidewaiter: await latency('scoring', alone.tidewaiter),
    };
    report(
      `at half of its rate: pass-through p99 ${latencies.passThrough.p99Ms.toFixed(0)} ms, Tidewaiter p99 ${latencies.tidewaiter.p99Ms.toFixed(0)} ms`,
    );
    const audited = await withAudit(stage, backlog, plan.warmUpShare);
    report(
      `with audit on: ${Math.round(audited.scoring.itemsPerSecond)} items/s, audit is done ${audited.lagSeconds.toFixed(1)} s later`,
    );
    await stage.dropOutputs();
    const memory = plan.memoryItems > 0 ? await memoryOver(stage, pool, plan.memoryItems, plan.warmUpShare) : undefined;
    const short = await stage.backlog('customs.declarations-short', repeated(pool, plan.growthItems, 's'));
    const grown = await growth({ ...{ stage, pool, plan, report }, backlog: short });
    const single = tradePool({ seed: plan.seed, declarations: ONE_ITEM_DECLARATIONS, itemsPerDeclaration: 1 });
    return {
      ...{ processes, ratio, byProcesses, runs, warmUpShare: plan.warmUpShare },
      passThrough: { ...passThrough, ...latencies.passThrough },
      tidewaiter: { ...tidewaiter, ...latencies.tidewaiter },
      ...{ withAudit: audited, growth: grown, recordBytes: await recordBytes(single) },
      ...(memory && { memory }),
      machine: describeMachine(loadBefore),
    };

    async function latency(
      role: 'passThrough' | 'scoring',
      { declarationsPerSecond }: Throughput,
    ): Promise<Omit<Measured, keyof Throughput>> {
      const events = (count: number) => take(repeated(pool, Infinity, role), count);
      const measured = await latencyOf(stage, {
        role,
        declarationsPerSecond: declarationsPerSecond / 2,
        seconds: plan.steadySeconds + plan.warmUpSeconds,
        warmUpSeconds: plan.warmUpSeconds,
        events,
      });
      return {
        p50Ms: measured.p50Ms,
        p99Ms: measured.p99Ms,
        maxMs: measured.maxMs,
        latencyAtDeclarationsPerSecond: measured.declarationsPerSecond,
      };
    }
  } finally {
    await stage.stop();
  }
}

/** One, and as many as there are cores to run them on. */
function processCounts(): readonly number[] {
  return [...new Set([1, Math.min(availableParallelism(), PARTITIONS)])];
}

/** Trade that was judged and taken down before: from it traders have a history. */
async function makePast(
  stage: Stage,
  pool: Parameters<typeof repeated>[0],
  { pastItems, warmUpShare }: BenchPlan,
): Promise<void> {
  const past = await stage.backlog('customs.declarations-past', repeated(pool, pastItems, 'p'));
  await withAudit(stage, past, warmUpShare);
  await stage.dropOutputs();
}

function* take<T>(from: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const one of from) {
    if (taken >= count) return;
    taken += 1;
    yield one;
  }
}
