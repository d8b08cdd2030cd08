import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatTrees } from '../../../../models/classification/serve/calibration/flat-trees.ts';
import { logOdds } from '../../../../models/statistics/boosted-trees.ts';
import { boost } from '../../../../models/statistics/learn/boost.ts';

describe('trees with their questions written out', () => {
  const columns = [0, 1, 2].map((feature) =>
    Float32Array.from({ length: 200 }, (_, row) => (row % 7 === feature ? Number.NaN : Math.sin(row * (feature + 1)))),
  );
  const labelled = (isPositive: (row: number) => boolean) =>
    Array.from({ length: 200 }, (_, row) => Number(isPositive(row)));
  const forest = (depth: number, labels: readonly number[]) =>
    boost(columns, labels, new Float32Array(200).fill(1), {
      trees: 12,
      depth,
      learningRate: 0.3,
      leastInLeaf: 1,
      ridge: 1,
    });

  it.each([2, 3])(
    'given forests of depth %i, when any row is asked, its thresholds themselves included, then the answers are the same as node by node',
    (depth) => {
      const forests = [
        forest(
          depth,
          labelled((row) => columns[0]![row]! > 0.2 || columns[1]![row]! < -0.5),
        ),
        forest(
          depth,
          labelled((row) => columns[2]![row]! > 0),
        ),
        forest(
          depth,
          labelled(() => false),
        ),
      ];
      const flat = flatTrees(forests);
      const number = fc.oneof(
        fc.float({ noNaN: true }),
        fc.constant(Number.NaN),
        fc.constantFrom(...forests.flatMap(({ thresholds }) => [...thresholds])),
      );
      fc.assert(
        fc.property(fc.array(number, { minLength: 3, maxLength: 3 }), (values) => {
          const row = Float32Array.from(values);
          const answers = flat(row);
          forests.forEach((trees, at) => expect(answers[at]).toBeCloseTo(logOdds(trees, row), 10));
        }),
      );
    },
  );
});
