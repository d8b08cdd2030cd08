import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { createMemoryModelBaselines } from '../../../services/adapters/memory/model-baselines.ts';
import { createDriftWindow } from '../../../services/adapters/prometheus/drift-window.ts';
import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import type { ModelEvent } from '../../../services/scoring/models/model-event.ts';
import { answered, type AnsweredAs, report } from './batch-for-metrics.ts';
import { type MetricsForTests, metricsForTests, MODEL } from './metrics-for-tests.ts';

const trainedOn = { score: { edges: [1, 2], counts: [50, 30, 20] }, 'feature/words': { edges: [3], counts: [1, 1] } };
const inUse: ModelEvent = {
  kind: 'inUse',
  model: MODEL,
  role: 'active',
  version: 'ab',
  backend: 'tfjs-wasm',
  trainedOn,
};

/** Metrics of a process that has answered so. */
function after(events: readonly ModelEvent[], answers: readonly AnsweredAs[] = []): MetricsForTests {
  const metrics = metricsForTests();
  events.forEach((event) => metrics.model(event));
  metrics.batch(report(answers.map(answered)));
  metrics.committed();
  return metrics;
}

const saying = (model: Partial<NonNullable<AnsweredAs['model']>>, commodityCode = '84818000'): AnsweredAs => ({
  commodityCode,
  model: { model: MODEL, status: 'ok', ...model },
});
const beside = (status: ModelAnswer['status'], pValue?: number): NonNullable<ModelAnswer['shadow']> => ({
  model: MODEL,
  version: 'cd',
  backend: 'tfjs-wasm',
  status,
  evidence: [],
  likelyCommodityCodes: [],
  ...(pValue !== undefined && { pValue }),
});

describe('metrics of models', () => {
  test('given goods whose words speak for another chapter, when committed, then the pair is counted; within the chapter, or not odd, it is not', async () => {
    const metrics = after(
      [],
      [
        saying({ pValue: 0.001, likely: '901890' }),
        saying({ pValue: 0.001, likely: '841370' }),
        saying({ pValue: 0.2, likely: '901890' }),
        saying({ pValue: 0.001, likely: '901890', status: 'vague' }),
      ],
    );
    expect(
      await metrics.value('tidewaiter_model_mismatches_total', { model: MODEL, declared: '84', likely: '90' }),
    ).toBe(1);
    expect((await metrics.registry.getSingleMetric('tidewaiter_model_mismatches_total')!.get()).values).toHaveLength(1);
  });

  test('given a version on trial, when it finds the same goods odd or others, then agreement is counted', async () => {
    const metrics = after(
      [],
      [
        saying({ pValue: 0.001, shadow: beside('ok', 0.002) }),
        saying({ pValue: 0.001, shadow: beside('ok', 0.4) }),
        saying({ pValue: 0.5, shadow: beside('vague') }),
        saying({ pValue: 0.5, shadow: beside('unknown') }),
      ],
    );
    const counted = await Promise.all(
      ['agrees', 'differs', 'unknown'].map((result) =>
        metrics.value('tidewaiter_model_shadow_answers_total', { model: MODEL, result }),
      ),
    );
    expect(counted).toEqual([1, 2, 1]);
  });

  test('given a version that cannot be used, then it says so; given one on trial that ended, then nothing is left of it', async () => {
    const unusable: ModelEvent = {
      kind: 'unusable',
      model: MODEL,
      role: 'active',
      version: 'ab',
      code: 'TDW_MODEL_CORRUPT',
      reason: 'damaged',
    };
    const metrics = after([
      inUse,
      { ...inUse, role: 'shadow' },
      unusable,
      { kind: 'ended', model: MODEL, role: 'shadow' },
    ]);
    expect(await metrics.value('tidewaiter_model_usable', { model: MODEL, role: 'active' })).toBe(0);
    expect(await metrics.value('tidewaiter_model_usable', { model: MODEL, role: 'shadow' })).toBeUndefined();
  });

  test('given calls and a failure, then their time and the items failed on are counted', async () => {
    const metrics = after([
      inUse,
      { kind: 'called', model: MODEL, role: 'active', items: 32, seconds: 0.02 },
      { kind: 'failed', model: MODEL, role: 'active', items: 32, errorClass: 'RangeError' },
    ]);
    expect(await metrics.value('tidewaiter_model_call_seconds_count', { model: MODEL, role: 'active' })).toBe(1);
    expect(await metrics.value('tidewaiter_model_failures_total', { model: MODEL, role: 'active' })).toBe(32);
  });

  test('given scores and features unlike those of the training, then the index of each is exposed once there are enough', async () => {
    const index = (metrics: MetricsForTests, measure: string): Promise<number | undefined> =>
      metrics.value('tidewaiter_model_stability_index', { model: MODEL, measure, against: 'training' });
    const few = after(
      [inUse],
      Array.from({ length: 999 }, () => saying({ score: 5, measures: { words: 9 } })),
    );
    expect(await index(few, 'score')).toBeUndefined();
    const moved = after(
      [inUse],
      Array.from({ length: 1_000 }, (_, at) => saying({ score: 5, measures: { words: at % 2 === 0 ? 2 : 9 } })),
    );
    expect(await index(moved, 'score')).toBeGreaterThan(0.25);
    expect(await index(moved, 'feature/words')).toBeLessThan(0.01);
  });
});

describe('drift from what is usual here', () => {
  const sinceBaseline = (metrics: MetricsForTests): Promise<number | undefined> =>
    metrics.value('tidewaiter_model_stability_index', { model: MODEL, measure: 'score', against: 'installation' });
  const answer = (metrics: MetricsForTests, scores: readonly number[]): void => {
    metrics.batch(report(scores.map((score) => answered(saying({ score })))));
    metrics.committed();
  };
  const ordinary = Array.from({ length: 10_000 }, (_, at) => (at % 10 === 0 ? 1.5 : 5));

  test('given goods unlike the training from the first minute, when ten thousand have not been seen, then there is no verdict; when they have, nothing has moved', async () => {
    const metrics = metricsForTests();
    metrics.model(inUse);
    answer(metrics, ordinary.slice(1));
    expect(await sinceBaseline(metrics)).toBeUndefined();
    answer(metrics, ordinary.slice(0, 1));
    await vi.waitFor(async () => expect(await sinceBaseline(metrics)).toBeLessThan(0.01));
  });

  test('given a baseline that was kept, when a process starts anew and the goods change, then it says so after a thousand, and another version begins anew', async () => {
    const baselines = createMemoryModelBaselines();
    const before = metricsForTests({ baselines });
    before.model(inUse);
    answer(before, ordinary);
    await vi.waitFor(async () =>
      expect(await baselines.read(MODEL, 'ab')).toMatchObject([{ measure: 'score', counts: [0, 1_000, 9_000] }]),
    );
    const after = metricsForTests({ baselines });
    after.model(inUse);
    answer(
      after,
      ordinary.slice(0, 999).map(() => 0),
    );
    expect(await sinceBaseline(after)).toBeUndefined();
    answer(after, [0]);
    await vi.waitFor(async () => expect(await sinceBaseline(after)).toBeGreaterThan(0.25));
    after.model({ ...inUse, version: 'cd' });
    answer(after, ordinary.slice(0, 1_000));
    expect(await sinceBaseline(after)).toBeUndefined();
  });

  test('given a database that is away, when the first goods are seen, then there is no verdict and no harm, and it is asked again', async () => {
    const memory = createMemoryModelBaselines();
    let away = true;
    const gone = (): Promise<never> => Promise.reject(new Error('away'));
    const metrics = metricsForTests({
      baselines: {
        read: (...of) => (away ? gone() : memory.read(...of)),
        keep: (baseline) => (away ? gone() : memory.keep(baseline)),
      },
    });
    metrics.model(inUse);
    answer(metrics, ordinary);
    expect(await sinceBaseline(metrics)).toBeUndefined();
    away = false;
    await vi.waitFor(async () => {
      answer(metrics, [5]);
      expect(await sinceBaseline(metrics)).toBeLessThan(0.01);
    });
  });
});

describe('the buckets of scores', () => {
  test.each(['anomaly', 'classification'])(
    'given what the shipped model %s says of ordinary goods, then its deciles lie in several buckets: the panel of its scores is not flat',
    async (model) => {
      const { distributions } = JSON.parse(
        readFileSync(new URL(`../../../models/${model}/shipped/manifest.json`, import.meta.url), 'utf8'),
      ) as { readonly distributions: { readonly score: { readonly edges: readonly number[] } } };
      const buckets = await Promise.all(
        distributions.score.edges.map(async (score) => {
          const metrics = after([], [saying({ score })]);
          const samples = (await metrics.registry.getSingleMetric('tidewaiter_model_score')!.get()).values as {
            readonly value: number;
            readonly labels: { readonly le?: string | number };
          }[];
          return samples.find(({ value, labels }) => value === 1 && labels.le !== undefined)!.labels.le;
        }),
      );
      expect(new Set(buckets).size).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('the window that drift is measured on', () => {
  test('given the goods went back to what they were, when two half windows have passed, then the index is back as well', () => {
    const window = createDriftWindow({ edges: [1], counts: [50, 50] });
    for (let at = 0; at < 5_000; at += 1) window.add(9);
    expect(window.sinceTraining()).toBeGreaterThan(0.25);
    for (let at = 0; at < 10_000; at += 1) window.add(at % 2 === 0 ? 0 : 9);
    expect(window.sinceTraining()).toBeLessThan(0.01);
  });
});
