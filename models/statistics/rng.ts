import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { hashText } from './hash.ts';

/** Uniform numbers from 0 to below 1; the same seed gives the same sequence everywhere. */
export type Rng = () => number;

const SCALE = 2 ** -32;

/**
 * Numbers of 32 bits, one step of the generator each. Not the sequence of `rngFor`, and both stay: a model is made again bit by bit from
 * its seed, and its training names which of the two it drew from.
 */
export function createRng(seed: number): Rng {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) * SCALE;
}

/** Numbers of 53 bits for one purpose: other purposes with the same seed have sequences of their own. */
export function rngFor(seed: number, purpose: string): Rng {
  const generator = xoroshiro128plus(hashText(`${String(seed)} ${purpose}`) | 0);
  return () => uniformFloat64(generator);
}

/** 0 … size − 1 in an order by chance. */
export function shuffled(size: number, rng: Rng): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, index) => index);
  shuffle(order, rng);
  return order;
}

/** Puts a list into an order by chance, in place (Fisher and Yates). */
export function shuffle(order: Uint32Array, rng: Rng): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(rng() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}
