import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rngFor } from '../../../services/generator/random/rng.ts';

const draws = (seed: number, purpose: string): readonly number[] => {
  const chance = rngFor(seed, purpose);
  return Array.from({ length: 5 }, () => chance.share());
};

test('given the same seed and purpose, then the same draws; given another purpose, then others', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect(draws(seed, 'traders')).toEqual(draws(seed, 'traders'));
      expect(draws(seed, 'traders')).not.toEqual(draws(seed, 'licences'));
    }),
  );
});

test('given a list, when earlier ones are picked more often, then the k-th comes about 1/k as often as the first', () => {
  const chance = rngFor(7, 'zipf');
  const list = Array.from({ length: 50 }, (_, index) => index);
  const counts = list.map(() => 0);
  for (let i = 0; i < 200_000; i += 1) {
    const picked = chance.pickEarly(list);
    counts[picked] = (counts[picked] ?? 0) + 1;
  }
  const ratio = (counts[0] ?? 0) / (counts[9] ?? 1);
  expect(ratio).toBeGreaterThan(5);
  expect(ratio).toBeLessThan(12);
  expect(Math.min(...counts)).toBeGreaterThan(0);
});

test('given a median, when many are drawn around it, then half lie below and none beyond three deviations', () => {
  const chance = rngFor(7, 'around');
  const drawn = Array.from({ length: 20_000 }, () => chance.around(10, 0.5));
  const below = drawn.filter((value) => value < 10).length;
  expect(below / drawn.length).toBeCloseTo(0.5, 1);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(10 * Math.exp(1.5));
});
