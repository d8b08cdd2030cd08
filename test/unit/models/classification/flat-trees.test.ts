import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boost, logOdds } from '../../../../models/anomaly/trees/boosted-trees.ts';
import { flatTrees } from '../../../../models/classification/calibration/flat-trees.ts';

describe('trees with their questions written out', () => {
  const columns = [0, 1, 2].map((feature) => Float32Array.from({ length: 200 }, (_, row) => (row % 7 === feature ? Number.NaN : Math.sin(row * (feature + 1)))));
  const labels = columns[0]!.map((value, row) => Number(value > 0.2 || columns[1]![row]! < -0.5));

  it.each([2, 3])('given trees of depth %i, when any row is asked, then the answer is the same as node by node', (depth) => {
    const trees = boost(columns, labels, new Float32Array(200).fill(1), { trees: 12, depth, learningRate: 0.3, leastInLeaf: 1, ridge: 1 });
    const flat = flatTrees(trees);
    fc.assert(fc.property(fc.array(fc.oneof(fc.float({ noNaN: true }), fc.constant(Number.NaN)), { minLength: 3, maxLength: 3 }), (values) => {
      const row = Float32Array.from(values);
      expect(flat(row)).toBeCloseTo(logOdds(trees, row), 10);
    }));
  });
});
