import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded source of chance: the same seed gives the same sequence everywhere. */
export interface Rng {
  /** From 0 to below 1. */
  readonly share: () => number;
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  /** True with that probability. */
  readonly happens: (probability: number) => boolean;
  /** Log-normal: `median` times e to a normal deviate of that standard deviation, which is cut off at three. */
  readonly around: (median: number, spread: number) => number;
  readonly pick: <T>(of: readonly T[]) => T;
  /** One of the list, earlier ones more often: the k-th with weight 1/k (Zipf). */
  readonly pickEarly: <T>(of: readonly T[]) => T;
  readonly digits: (count: number) => string;
}

const ALL_BITS = 0x9e3779b9;

/** A source for one purpose: other purposes with the same seed have sequences of their own. */
export function rngFor(seed: number, purpose: string): Rng {
  return createRng(seedFrom(seed, purpose));
}

function createRng(seed: number): Rng {
  const rng = xoroshiro128plus(seed);
  const share = (): number => uniformFloat64(rng);
  const whole = (least: number, most: number): number => uniformInt(rng, least, most);
  const pick = <T>(of: readonly T[]): T => at(of, of.length === 1 ? 0 : whole(0, of.length - 1));
  return {
    share,
    whole,
    pick,
    happens: (probability) => share() < probability,
    around: (median, spread) => median * Math.exp(spread * normal(share)),
    pickEarly: (of) => at(of, early(of.length, share())),
    digits: (count) => String(whole(0, 10 ** count - 1)).padStart(count, '0'),
  };
}

/** FNV-1a over the purpose, begun from the seed. */
function seedFrom(seed: number, purpose: string): number {
  let hash = (seed ^ ALL_BITS) | 0;
  for (let i = 0; i < purpose.length; i += 1) hash = Math.imul(hash ^ purpose.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Box and Muller's transform, cut off at three standard deviations: legitimate trade has no tails without end. */
function normal(share: () => number): number {
  const deviate = Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return Math.max(-3, Math.min(3, deviate));
}

/** Inverse of the harmonic sum, by its continuous approximation: cheap and near enough for a long tail. */
function early(length: number, share: number): number {
  return Math.min(length - 1, Math.floor((length + 1) ** share) - 1);
}

function at<T>(of: readonly T[], index: number): T {
  if (index >= of.length) throw new RangeError('nothing to pick from');
  return of[index] as T;
}
