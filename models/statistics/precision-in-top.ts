import type { Interval } from './interval.ts';
import { ascending } from './ranks.ts';
import { wilson } from './wilson.ts';

/**
 * Share of positives among the highest-scored `share` of all, with Wilson's interval. Where the cut falls among equal scores,
 * those on the edge count in proportion, so that no order of the rows decides.
 */
export function precisionInTop(scores: ArrayLike<number>, positive: ArrayLike<number>, share: number): Interval {
  const take = Math.max(1, Math.round(share * scores.length));
  const order = ascending(scores).reverse();
  const edge = scores[order[take - 1] ?? 0] ?? Number.NaN;
  const [above, tied] = [order.filter((at) => (scores[at] ?? 0) > edge), order.filter((at) => scores[at] === edge)];
  const hits =
    positives(above, positive) + ((take - above.length) * positives(tied, positive)) / Math.max(1, tied.length);
  return wilson(hits, Math.min(take, scores.length));
}

const positives = (places: Uint32Array, positive: ArrayLike<number>): number =>
  places.reduce((sum, at) => sum + (positive[at] === 1 ? 1 : 0), 0);
