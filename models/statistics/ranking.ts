import { type Interval, normalDeviate, USUAL_CONFIDENCE } from './interval.ts';
import { ascending, midRanks } from './ranks.ts';
import { wilson } from './wilson.ts';

/**
 * Chance that a positive scores above a negative (ties count half), with the interval of DeLong, DeLong and
 * Clarke-Pearson (1988) in the fast form of Sun and Xu (2014).
 * @param scores one each; higher speaks for positive
 * @param positive 1 or 0 each
 * @returns NaN with the whole range where either kind is missing
 */
export function rocAuc(
  scores: ArrayLike<number>,
  positive: ArrayLike<number>,
  confidence = USUAL_CONFIDENCE,
): Interval {
  const [positives, negatives] = split(scores, positive);
  const [m, n] = [positives.length, negatives.length];
  if (m === 0 || n === 0) return { value: Number.NaN, low: 0, high: 1 };
  const together = midRanks(joined(positives, negatives));
  const [own, others] = [midRanks(positives), midRanks(negatives)];
  const ofPositives = own.map((rank, i) => ((together[i] ?? 0) - rank) / n);
  const ofNegatives = others.map((rank, j) => 1 - ((together[m + j] ?? 0) - rank) / m);
  const value = mean(ofPositives);
  const half = normalDeviate(confidence) * Math.sqrt(variance(ofPositives) / m + variance(ofNegatives) / n);
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}

/** The scores of the positives and those of the negatives. */
function split(
  scores: ArrayLike<number>,
  positive: ArrayLike<number>,
): readonly [positives: Float64Array, negatives: Float64Array] {
  const all = Float64Array.from(scores);
  return [all.filter((_, index) => positive[index] === 1), all.filter((_, index) => positive[index] !== 1)];
}

function joined(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function variance(values: Float64Array): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}

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
