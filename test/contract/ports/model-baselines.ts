import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ModelBaseline, ModelBaselines } from '../../../services/scoring/ports/model-baselines.ts';

/** What must hold of baselines, wherever they are kept. */
export function modelBaselinesContract(open: () => ModelBaselines): void {
  const baseline = (): ModelBaseline => ({
    model: 'anomaly',
    version: randomUUID(),
    measure: 'score',
    counts: [1_000, 0, 9_000],
  });

  test('given a baseline that two processes keep, when it is read, then the first one stands, and both are told', async () => {
    const baselines = open();
    const first = baseline();
    expect(await baselines.keep(first)).toEqual(first);
    expect(await baselines.keep({ ...first, counts: [1, 1, 1] })).toEqual(first);
    expect(await baselines.read(first.model, first.version)).toEqual([first]);
  });

  test('given baselines of one version, when another is asked for, then it has none', async () => {
    const baselines = open();
    await baselines.keep(baseline());
    expect(await baselines.read('anomaly', randomUUID())).toEqual([]);
  });
}
