import { type ConformalTable, conformalTable, tablePValue } from '../../measures/conformal.ts';

/**
 * p-values of one detector in one segment: the conformal stair up to where a twentieth of honest goods lie beyond, and an
 * exponential tail from there, so that the oddest of few calibration goods are still told apart. Only the combination's own
 * p-value, which is calibrated afterwards, is ever told.
 */
export interface TailTable {
  readonly stair: ConformalTable;
  /** Where the tail begins, the share beyond it, and the mean excess over it. */
  readonly from: number;
  readonly share: number;
  readonly scale: number;
}

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

export function tailPValue({ stair, from, share, scale }: TailTable, score: number): number {
  return score <= from ? tablePValue(stair, score) : share * Math.exp(-(score - from) / scale);
}
