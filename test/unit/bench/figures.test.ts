import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { rulesCheck } from '../../../services/adapters/policy-files/load-policy.ts';
import { eventIdOf } from '../../../services/risk/identity/event-id.ts';
import { repeated, tradePool } from '../../bench/input/trade-pool.ts';
import { quantile } from '../../bench/measure/quantile.ts';
import { throughput } from '../../bench/measure/throughput.ts';
import { benchOptions } from '../../bench/options.ts';
import { writePolicy } from '../../bench/stage/policy.ts';
import type { Work } from '../../bench/worker/messages.ts';
import { createMeter } from '../../bench/worker/meter.ts';

const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-figures-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what the bench measures', () => {
  test('given commits, then only what came after the first of them counts for the rate, and the end is told once', () => {
    const told: Work[] = [];
    const meter = createMeter(300, (work) => told.push(work));
    for (const records of [100, 150, 50, 10]) meter.committed(records);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ records: 300, timedRecords: 200, deadLetters: 0 });
    expect(meter.records).toBe(310);
  });

  test('given a backlog, then a record counts for its mean number of items', () => {
    const work: Work = { records: 100, timedRecords: 80, seconds: 4, cpuSeconds: 2, peakMemoryMiB: 50, deadLetters: 0, lastCommitAt: 0 };
    expect(throughput(work, { topic: 't', events: 100, items: 250 })).toMatchObject({ itemsPerSecond: 50, declarationsPerSecond: 20, cpuSecondsPer1000Items: 10 });
  });

  test('given values, then a quantile is one of them, with at least that share of them not above it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const found = quantile(values, share);
        return values.includes(found) && values.filter((value) => value <= found).length >= share * values.length - 1e-9;
      }),
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

  test.each([10, 100])('given that %i rules are asked for, then the policy has so many and is accepted', async (count) => {
    const policy = join(folder, String(count));
    await writePolicy(policy, count);
    expect(rulesCheck(policy)).toMatchObject({ problems: [], rules: count });
  });

  test('given an option that there is none of, then it is refused', () => {
    expect(() => benchOptions(['--faster'])).toThrow(TypeError);
    expect(benchOptions(['--full', '--json'])).toEqual({ extent: 'full', json: true });
  });
});
