import { describe, expect, it } from 'vitest';
import { foldOf, isTogether } from '../../../../models/classification/learn/data/split.ts';
import { leaveOutSmall } from '../../../../models/classification/learn/training/prune.ts';
import {
  createSparseStep,
  emptySparseWeights,
} from '../../../../models/classification/learn/training/sparse-training.ts';
import { labelSet } from '../../../../models/classification/serve/codes/label-set.ts';
import { emptySparseFeatures } from '../../../../models/classification/serve/features/sparse-features.ts';
import { createRng } from '../../../../models/statistics/rng.ts';

describe('leaving small weights of the n-gram head out', () => {
  it('given two weights of which one may stay, then the larger stays and the other is nothing, whatever is learnt afterwards', () => {
    const labels = labelSet(['080810', '841370']);
    const weights = emptySparseWeights(labels);
    weights.headings.set([0.9, 0.2], 0);
    leaveOutSmall(weights, 1);
    expect(weights.headings.slice(0, 3)).toEqual(Float32Array.of(0.9, 0, 0));
    const features = { ...emptySparseFeatures(), count: 1, words: 1, values: Float32Array.of(1) };
    createSparseStep(weights, labels, createRng(1))(features, 1, -1, 0.5);
    expect(weights.headings[0]).toBeLessThan(0.9);
    expect(weights.headings[1]).toBe(0);
  });
});

describe('folds of descriptions', () => {
  const codes = Array.from({ length: 3000 }, (_, at) => String(100000 + at * 7));
  const pumps = Array.from({ length: 30 }, (_, at) => `pump no ${String(at)}`);

  it('given many descriptions of each subheading, then of every second subheading they are all in one fold, those of the others spread', () => {
    const together = codes.filter(isTogether);
    expect(Math.abs(together.length - 1500)).toBeLessThan(150);
    for (const code of codes.slice(0, 300))
      expect(new Set(pumps.map((pump) => foldOf(pump, code, 3))).size).toBe(isTogether(code) ? 1 : 3);
  });

  it('given two commodity codes of one subheading, then a description is in one fold under either', () => {
    for (const code of codes.slice(0, 20))
      expect(foldOf('pumps', `${code}1000`, 3)).toBe(foldOf('pumps', `${code}9000`, 3));
  });

  it('given many subheadings, then each fold has about as many', () => {
    const counts = [0, 0, 0];
    for (const code of codes) counts[foldOf(`goods of ${code}`, code, 3)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
