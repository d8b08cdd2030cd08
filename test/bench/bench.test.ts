import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import type { BenchPlan } from './plan.ts';
import { benchTables } from './report/tables.ts';
import { runBench } from './run-bench.ts';

const TINY: BenchPlan = {
  seed: 1,
  poolDeclarations: 60,
  backlogItems: 4_000,
  pastItems: 300,
  warmUpShare: 0.25,
  rounds: 1,
  steadySeconds: 2,
  warmUpSeconds: 1,
  rules: [70],
  licences: [1_000],
  itemsPerDeclaration: [10],
  growthItems: 2_000,
  memoryItems: 4_000,
};

test(
  'given a real broker and database of its own, the bench measures everything to the end and answers in the promised shape',
  { timeout: 240_000 },
  async () => {
    const result = await runBench({ plan: TINY, report: () => undefined });
    const rate = {
      itemsPerSecond: expect.any(Number) as number,
      cpuSecondsPer1000Items: expect.any(Number) as number,
      deadLetters: 0,
    };
    const measured = {
      ...rate,
      p50Ms: expect.any(Number) as number,
      p99Ms: expect.any(Number) as number,
      cpuSeconds: expect.any(Number) as number,
      peakMemoryMiB: expect.any(Number) as number,
    };
    expect(result).toMatchObject({
      passThrough: measured,
      tidewaiter: measured,
      ratio: expect.any(Number) as number,
      processes: expect.any(Number) as number,
      warmUpShare: 0.25,
      withAudit: { scoring: rate, audit: { itemsPerSecond: expect.any(Number) as number } },
      growth: {
        rules: [{ ...rate, rules: 70 }],
        licences: [{ ...rate, licences: 1_000 }],
        itemsPerDeclaration: [{ ...rate, itemsPerDeclaration: 10 }],
        descriptions: [
          { ...rate, descriptions: 'trade' },
          { ...rate, descriptions: 'new' },
        ],
      },
      machine: { cores: expect.any(Number) as number, node: process.version },
    });
    const { byEdition, whole } = result.recordBytes;
    expect(byEdition.value).toBeLessThan(whole.value / 2);
    expect(byEdition.columns).toBeLessThan(whole.columns / 2);
    expect(result.tidewaiter.itemsPerSecond).toBeGreaterThan(0);
    const counts = [...new Set([1, Math.min(availableParallelism(), 6)])];
    expect(result.byProcesses).toMatchObject(
      counts.map((processes) => ({
        processes,
        passThrough: rate,
        tidewaiter: rate,
        ratio: expect.any(Number) as number,
      })),
    );
    expect(benchTables(result)).toContain('(a) pass-through');
  },
);
