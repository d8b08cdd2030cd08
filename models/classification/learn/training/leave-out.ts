import { sizeAtRank } from './prune.ts';
import type { SparseWeights } from './sparse-training.ts';

/**
 * Sets all but the largest `keep` weights of the sparse head to nothing, in place, for good: with squares without end no step moves
 * them. What is kept is then trained on and makes up for what is gone (Han et al., 2015).
 */
export function leaveOutSmall({ headings, headingSquares }: SparseWeights, keep: number): void {
  const least = sizeAtRank(headings, keep);
  for (let at = 0; at < headings.length; at += 1) {
    if (Math.abs(headings[at]!) > least) continue;
    headings[at] = 0;
    headingSquares[at] = Number.POSITIVE_INFINITY;
  }
}
