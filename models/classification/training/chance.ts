import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const SCALE = 2 ** -32;

/** Uniform numbers in [0, 1), the same ones for the same seed. */
export type Chance = () => number;

export function createChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) * SCALE;
}
