/**
 * What each head's probabilities count in their mean. The dense head comes nearer to the truth on all held-out sets (log-loss); the sparse one
 * corrects it where letters and pairs of words decide.
 */
export const SPARSE_SHARE = 0.35;
export const DENSE_SHARE = 1 - SPARSE_SHARE;

/** The mean of what both heads say: a probability, or a sum of some. */
export const meanOf = (sparse: number, dense: number): number => SPARSE_SHARE * sparse + DENSE_SHARE * dense;
