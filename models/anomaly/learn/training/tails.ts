import { conformalTable } from '../../../statistics/conformal.ts';
import type { TailTable } from '../../serve/scoring/tail.ts';

const TAIL_SHARE = 0.05;

/** Fewer excesses give no scale to trust; and no tail falls faster than this. */
const SMALLEST_SCALE = 0.25;

export function tailTable(scores: ArrayLike<number>): TailTable {
  const sorted = Float64Array.from(scores).sort();
  const beyond = Math.max(1, Math.floor(TAIL_SHARE * sorted.length));
  const from = sorted[Math.max(0, sorted.length - 1 - beyond)] ?? 0;
  const excesses = sorted.filter((score) => score > from).map((score) => score - from);
  const mean = excesses.length === 0 ? 1 : excesses.reduce((sum, excess) => sum + excess, 0) / excesses.length;
  return {
    stair: conformalTable(sorted),
    from,
    share: (1 + excesses.length) / (sorted.length + 1),
    scale: Math.max(SMALLEST_SCALE, mean),
  };
}
