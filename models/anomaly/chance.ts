import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { hashOf } from './goods/triple.ts';

/** Numbers from 0 to below 1 for one purpose; the same seed and purpose give the same sequence everywhere. */
export function chanceFor(seed: number, purpose: string): () => number {
  const generator = xoroshiro128plus(hashOf(`${String(seed)} ${purpose}`));
  return () => uniformFloat64(generator);
}

/** 0 … size − 1 in an order by chance (Fisher and Yates). */
export function shuffled(size: number, chance: () => number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, index) => index);
  for (let at = size - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
