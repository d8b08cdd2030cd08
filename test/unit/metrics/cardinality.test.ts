import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_OFFICES } from '../../../services/adapters/prometheus/declaration-metrics.ts';
import { LANES } from '../../../services/risk/lanes/lane.ts';
import { answered, report } from './batch-for-metrics.ts';
import { type MetricsForTests, metricsForTests, MODEL } from './metrics-for-tests.ts';

/** Labels that may be used, and the most values that each may take in one metric. */
const MOST_VALUES: Readonly<Record<string, number>> = {
  lane: 6,
  kind: 3,
  direction: 3,
  reason: 7,
  rule: 4,
  result: 4,
  state: 3,
  answer: 3,
  model: 2,
  status: 3,
  verdict: 3,
  format: 20,
  office: MOST_OFFICES + 1,
  since: 2,
  code: 150,
  class: 4,
  step: 20,
  service: 2,
  event: 6,
  set: 20,
  version: 20,
  engine: 1,
  policy: 1,
  edition: 1,
  node: 1,
  check: 20,
  mode: 9,
  backend: 1,
  le: 24,
  role: 2,
  measure: 3,
  declared: 101,
  likely: 101,
};

/** Values of each label by "metric label". */
async function valuesOf({ registry }: MetricsForTests): Promise<Map<string, Set<string>>> {
  const values = new Map<string, Set<string>>();
  for (const metric of await registry.getMetricsAsJSON()) {
    for (const { labels } of metric.values) {
      for (const [label, value] of Object.entries(labels)) {
        const key = `${metric.name} ${label}`;
        values.set(key, (values.get(key) ?? new Set()).add(String(value)));
      }
    }
  }
  return values;
}

const labelOf = (key: string): string => key.split(' ')[1]!;

const anything = fc.record({
  lane: fc.constantFrom(...LANES),
  typeCode: fc.string(),
  source: fc.record({ format: fc.oneof(fc.string(), fc.constantFrom('CSV', 'WCO-GB')), elements: fc.nat() }),
  office: fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{2}[A-Z0-9]{6}$/)),
  findings: fc.array(
    fc.record({
      id: fc.oneof(fc.string(), fc.constantFrom('code-unknown')),
      result: fc.constantFrom('hit' as const, 'unknown' as const, 'error' as const),
    }),
    { maxLength: 5 },
  ),
  missed: fc.array(fc.string(), { maxLength: 5 }),
  commodityCode: fc.oneof(fc.string(), fc.stringMatching(/^\d{6,10}$/)),
  model: fc.record({
    model: fc.oneof(fc.string(), fc.constant(MODEL)),
    status: fc.constantFrom('ok' as const, 'vague' as const, 'unknown' as const),
    score: fc.double({ noNaN: true, noDefaultInfinity: true }),
    pValue: fc.constant(0.001),
    likely: fc.oneof(fc.string(), fc.stringMatching(/^\d{6}$/)),
  }),
});

test('given declarations that say anything at all, when thousands are counted, then no label takes more values than it may', async () => {
  const metrics = metricsForTests();
  fc.assert(
    fc.property(fc.array(anything, { minLength: 10, maxLength: 30 }), fc.nat(500), (declarations, partition) => {
      metrics.consumer('scoring', {
        kind: 'waiting',
        topic: 'customs.declarations',
        partition,
        attempt: 1,
        error: new Error(`partition ${partition}`),
      });
      metrics.batch(
        report(
          declarations.map((one) => answered({ ...one, partition })),
          { times: [{ step: 'decode', seconds: 0.1, entries: 1 }] },
        ),
      );
      metrics.consumer('scoring', { kind: 'lag', topic: 'customs.declarations', partition, records: 3, oldest: 0 });
      metrics.committed(partition);
    }),
    { numRuns: 200 },
  );
  const values = await valuesOf(metrics);
  expect([...values.keys()].filter((key) => !(labelOf(key) in MOST_VALUES))).toEqual([]);
  expect(
    [...values]
      .filter(([key, { size }]) => size > MOST_VALUES[labelOf(key)]!)
      .map(([key, { size }]) => `${key}: ${size}`),
  ).toEqual([]);
  // The declarations above name more offices than there is room for, so the bound was put to the test.
  expect(values.get('tidewaiter_office_declarations_total office')!.size).toBe(MOST_OFFICES + 1);
});
