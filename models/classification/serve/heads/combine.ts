import type { LabelSet } from '../codes/label-set.ts';
import { lnOfBits } from './logarithm.ts';
import { meanOf } from './probability.ts';

/** What both heads say of one text, taken together. Its arrays are reused from text to text. */
export interface Combined {
  /** Mean of both heads' probabilities of every heading. */
  readonly mean: Float32Array;
  /** The likeliest heading. */
  readonly best: number;
  /** Mean probability of the likeliest chapter. */
  readonly bestChapter: number;
  /** Of the mean, nats. */
  readonly entropy: number;
  /** Half the sum of what the heads differ by, 0 to 1. */
  readonly disagreement: number;
  /** How many headings are likelier than this one. */
  readonly rankOf: (heading: number) => number;
}

/** Headings less likely than this add nothing to the entropy that could be told. */
const LEAST_IN_ENTROPY = Math.fround(1e-4);

/** Combines probabilities of all headings. A pass over them for each thing asked: together they have more in hand than a processor does, and take longer. */
export function createCombination(labels: LabelSet): (sparse: Float32Array, dense: Float32Array) => Combined {
  const starts = chapterStarts(labels);
  const mean = new Float32Array(labels.headings.length);
  const bits = new Int32Array(mean.buffer);
  const told = new Int32Array(mean.length);
  return (sparse, dense) => {
    const difference = writeMean(sparse, dense, mean);
    const count = listAbove(bits, LEAST_BITS, told);
    const { best, entropy } = shapeOf(mean, bits, told, count);
    return {
      mean,
      best,
      bestChapter: largestRun(mean, starts),
      entropy,
      disagreement: difference / 2,
      rankOf: rankedBy(bits, told, count),
    };
  };
}

/** Positive numbers are in the order of their bits. */
const LEAST_BITS = new Int32Array(Float32Array.of(LEAST_IN_ENTROPY).buffer)[0]!;

/** Answers the sum of what the two differ by. */
function writeMean(sparse: Float32Array, dense: Float32Array, mean: Float32Array): number {
  let difference = 0;
  for (let j = 0; j < mean.length; j += 1) {
    const bySparse = sparse[j]!;
    const byDense = dense[j]!;
    mean[j] = meanOf(bySparse, byDense);
    difference += Math.abs(bySparse - byDense);
  }
  return difference;
}

/** Writes the places of numbers above `least` into `into` and answers how many: by the sign of the difference, as no processor foresees which are. */
function listAbove(bits: Int32Array, least: number, into: Int32Array): number {
  let count = 0;
  for (let j = 0; j < bits.length; j += 1) {
    into[count] = j;
    count -= (least - bits[j]!) >> 31;
  }
  return count;
}

/** Of the places listed; the first of the largest, 0 where none is. */
function shapeOf(
  mean: Float32Array,
  bits: Int32Array,
  places: Int32Array,
  count: number,
): Pick<Combined, 'best' | 'entropy'> {
  let best = 0;
  let largest = 0;
  let entropy = 0;
  for (let at = 0; at < count; at += 1) {
    const place = places[at]!;
    const own = bits[place]!;
    entropy -= mean[place]! * lnOfBits(own);
    if (own <= largest) continue;
    best = place;
    largest = own;
  }
  return { best, entropy };
}

/** Largest sum from one start to the next. */
function largestRun(values: Float32Array, starts: Int32Array): number {
  let largest = 0;
  for (let run = 0; run + 1 < starts.length; run += 1) {
    let sum = 0;
    const end = starts[run + 1]!;
    for (let j = starts[run]!; j < end; j += 1) sum += values[j]!;
    if (sum > largest) largest = sum;
  }
  return largest;
}

/** The codes that a declared one stands for are mostly of one heading, so the last answer is kept. */
function rankedBy(bits: Int32Array, told: Int32Array, count: number): (heading: number) => number {
  let [last, rank] = [-1, 0];
  return (heading) => {
    if (heading !== last)
      [last, rank] = [
        heading,
        bits[heading]! >= LEAST_BITS
          ? countListedAbove(bits, told, count, bits[heading]!)
          : countAbove(bits, bits[heading]!),
      ];
    return rank;
  };
}

/** All that are above are listed. */
function countListedAbove(bits: Int32Array, places: Int32Array, count: number, own: number): number {
  let above = 0;
  for (let at = 0; at < count; at += 1) if (bits[places[at]!]! > own) above += 1;
  return above;
}

/** By the sign of the difference, four at a time. */
function countAbove(bits: Int32Array, own: number): number {
  let above = 0;
  const even = bits.length & ~3;
  for (let j = 0; j < even; j += 4)
    above -=
      ((own - bits[j]!) >> 31) +
      ((own - bits[j + 1]!) >> 31) +
      ((own - bits[j + 2]!) >> 31) +
      ((own - bits[j + 3]!) >> 31);
  for (let j = even; j < bits.length; j += 1) above -= (own - bits[j]!) >> 31;
  return above;
}

/** Where each chapter begins, and the end: headings are sorted, so a chapter's stand together. */
function chapterStarts({ chapterOf }: LabelSet): Int32Array {
  const starts = [...chapterOf.keys()].filter(
    (heading) => heading === 0 || chapterOf[heading] !== chapterOf[heading - 1],
  );
  return Int32Array.from([...starts, chapterOf.length]);
}
