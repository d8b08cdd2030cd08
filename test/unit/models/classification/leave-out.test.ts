import { describe, expect, it } from 'vitest';
import { labelSet } from '../../../../models/classification/data/label-set.ts';
import { emptySparseFeatures } from '../../../../models/classification/features/sparse-features.ts';
import { createChance } from '../../../../models/classification/training/chance.ts';
import { leaveOutSmall } from '../../../../models/classification/training/leave-out.ts';
import { createSparseStep, emptySparseWeights } from '../../../../models/classification/training/sparse-training.ts';
import { foldOf } from '../../../../models/classification/training/split.ts';

describe('leaving small weights of the n-gram head out', () => {
  it('given two weights of which one may stay, then the larger stays and the other is nothing, whatever is learnt afterwards', () => {
    const labels = labelSet(['080810', '841370']);
    const weights = emptySparseWeights(labels);
    weights.headings.set([0.9, 0.2], 0);
    leaveOutSmall(weights, 1);
    expect(weights.headings.slice(0, 3)).toEqual(Float32Array.of(0.9, 0, 0));
    const features = { ...emptySparseFeatures(), count: 1, words: 1, values: Float32Array.of(1) };
    createSparseStep(weights, labels, createChance(1))(features, 1, -1, 0.5);
    expect(weights.headings[0]).toBeLessThan(0.9);
    expect(weights.headings[1]).toBe(0);
  });
});

describe('folds of descriptions', () => {
  it('given two commodity codes of one subheading, then they are in one fold', () => {
    for (const code of ['841370', '080810', '610910', '901890']) expect(foldOf(`${code}1000`, 3)).toBe(foldOf(`${code}9000`, 3));
  });

  it('given many subheadings, then each fold has about as many', () => {
    const counts = [0, 0, 0];
    for (let code = 0; code < 3000; code += 1) counts[foldOf(String(100000 + code * 7), 3)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
