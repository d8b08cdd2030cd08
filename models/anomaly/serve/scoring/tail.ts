import { type ConformalTable, tablePValue } from '../../../statistics/conformal.ts';

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

export function tailPValue({ stair, from, share, scale }: TailTable, score: number): number {
  return score <= from ? tablePValue(stair, score) : share * Math.exp(-(score - from) / scale);
}
