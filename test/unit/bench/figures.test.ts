import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { rulesCheck } from '../../../services/adapters/policy-files/load-policy.ts';
import { eventIdOf } from '../../../services/risk/identity/derived-ids.ts';
import { repeated, tradePool } from '../../bench/input/trade-pool.ts';
import { quantile } from '../../bench/measure/quantile.ts';
import { bestPair, type Pair } from '../../bench/measure/side-by-side.ts';
import { type Throughput, throughput } from '../../bench/measure/throughput.ts';
import { timedWindow } from '../../bench/measure/timed-window.ts';
import { benchOptions } from '../../bench/options.ts';
import { writePolicy } from '../../bench/stage/policy.ts';
import type { Sample } from '../../bench/worker/messages.ts';
import { createMeter } from '../../bench/worker/meter.ts';

const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-figures-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const sampleAt = (at: number, records: number, cpuSeconds: number, more: Partial<Sample> = {}): Sample => ({
  at,
  records,
  cpuSeconds,
  deadLetters: 0,
  residentMiB: 100,
  peakMiB: 100,
  ...more,
});

describe('what the bench measures', () => {
  test('given commits, then a sample tells all of them and what the process has cost', () => {
    const meter = createMeter();
    for (const records of [100, 150, 50]) meter.committed(records);
    meter.deadLettered(3);
    const before = Date.now();
    const sample = meter.sample();
    expect(sample).toMatchObject({ records: 300, deadLetters: 3 });
    expect(sample.cpuSeconds).toBeGreaterThan(0);
    expect(sample.peakMiB).toBeGreaterThanOrEqual(sample.residentMiB);
    expect(sample.at).toBeGreaterThanOrEqual(before);
    expect(sample.at).toBeLessThanOrEqual(Date.now());
  });

  test('given two processes, then time runs from the commit by which a quarter of the work was done, whoever made it, to the last, and their CPU is summed', () => {
    const one = [sampleAt(0, 0, 1), sampleAt(1_000, 20, 2), sampleAt(4_000, 60, 5), sampleAt(9_000, 60, 5.5)];
    const other = [sampleAt(0, 0, 1), sampleAt(2_000, 10, 3), sampleAt(3_000, 40, 4), sampleAt(9_000, 40, 4.6)];
    // A quarter is passed by the other's first commit; then the one has used 3 s, as it lies a third of the way between its own.
    expect(timedWindow([one, other], 100, 0.25)).toMatchObject({ startedAt: 2_000, endedAt: 4_000, records: 70 });
    expect(timedWindow([one, other], 100, 0.25).cpuSeconds).toBeCloseTo(5 - 3 + (4.1 - 3), 9);
  });

  test('given work that is not done, or was done by one commit, then there is nothing to time', () => {
    expect(() => timedWindow([[sampleAt(1, 50, 1)]], 100, 0.25)).toThrow(RangeError);
    expect(() => timedWindow([[sampleAt(0, 0, 0), sampleAt(1, 100, 1)]], 100, 0.25)).toThrow('too few');
  });

  test('given any commits of any number of processes, then the window holds what was not warm-up, and no more CPU than was used', () => {
    const process = fc.array(
      fc.record({
        wait: fc.integer({ min: 1, max: 500 }),
        records: fc.integer({ min: 1, max: 50 }),
        cpu: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 2, maxLength: 20 },
    );
    fc.assert(
      fc.property(
        fc.array(process, { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (processes, share) => {
          const told = processes.map((commits) =>
            commits.reduce<Sample[]>(
              (samples, { wait, records, cpu }) => [
                ...samples,
                sampleAt(
                  samples.at(-1)!.at + wait,
                  samples.at(-1)!.records + records,
                  samples.at(-1)!.cpuSeconds + cpu,
                ),
              ],
              [sampleAt(0, 0, 0)],
            ),
          );
          const total = told.reduce((sum, samples) => sum + samples.at(-1)!.records, 0);
          const used = told.reduce((sum, samples) => sum + samples.at(-1)!.cpuSeconds, 0);
          fc.pre(processes.length * 50 < total * (1 - share));
          const window = timedWindow(told, total, share);
          return (
            window.records <= total * (1 - share) + 1e-9 &&
            window.records > 0 &&
            window.cpuSeconds >= -1e-9 &&
            window.cpuSeconds <= used + 1e-9
          );
        },
      ),
    );
  });

  test('given a backlog, then a record counts for its mean number of items; memory is that of the largest process', () => {
    const samples = [
      [sampleAt(0, 0, 1), sampleAt(1_000, 20, 2), sampleAt(5_000, 60, 3, { peakMiB: 300, deadLetters: 1 })],
      [sampleAt(0, 0, 1), sampleAt(4_000, 40, 2, { deadLetters: 2 })],
    ];
    expect(throughput(samples, { events: 100, items: 250 }, 0.2)).toMatchObject({
      itemsPerSecond: 50,
      declarationsPerSecond: 20,
      seconds: 4,
      peakMemoryMiB: 300,
      deadLetters: 3,
    });
    expect(throughput(samples, { events: 100, items: 250 }, 0.2).cpuSecondsPer1000Items).toBeCloseTo(
      (1 + 0.75) / 0.2,
      9,
    );
  });

  test('given numbers of processes, then the figures that lead are those of the number with which both processors together did best', () => {
    const of = (itemsPerSecond: number): Throughput => ({
      itemsPerSecond,
      declarationsPerSecond: 0,
      seconds: 1,
      cpuSeconds: 1,
      cpuSecondsPer1000Items: 1,
      peakMemoryMiB: 1,
      deadLetters: 0,
    });
    const pair = (processes: number, a: number, b: number): Pair => ({
      processes,
      passThrough: of(a),
      tidewaiter: of(b),
      ratio: b / a,
    });
    expect(bestPair([pair(1, 20_000, 4_000), pair(2, 19_000, 8_000)]).processes).toBe(2);
    expect(bestPair([pair(1, 20_000, 4_000), pair(2, 9_000, 8_000)]).processes).toBe(1);
  });

  test('given values, then a quantile is one of them, with at least that share of them not above it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const found = quantile(values, share);
          return (
            values.includes(found) && values.filter((value) => value <= found).length >= share * values.length - 1e-9
          );
        },
      ),
    );
    expect(quantile([30, 10, 20], 0.5)).toBe(20);
    expect(quantile([30, 10, 20], 1)).toBe(30);
  });
});

describe('what the bench measures on', () => {
  test('given a pool that is repeated, then no event comes twice, and each has the id that follows from what it names', () => {
    const events = [...repeated(tradePool({ seed: 7, declarations: 5 }), 100, 'x')];
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
    expect(events.every((event) => event.eventId === eventIdOf(event))).toBe(true);
    expect(events.reduce((items, { goodsItems }) => items + goodsItems.length, 0)).toBeGreaterThanOrEqual(100);
  });

  test.each([10, 100])(
    'given that %i rules are asked for, then the policy has so many and is accepted',
    async (count) => {
      const policy = join(folder, String(count));
      await writePolicy(policy, count);
      expect(rulesCheck(policy)).toMatchObject({ problems: [], rules: count });
    },
  );

  test('given an option that there is none of, then it is refused', () => {
    expect(() => benchOptions(['--faster'])).toThrow(TypeError);
    expect(benchOptions(['--full', '--json'])).toEqual({ extent: 'full', json: true });
  });
});
