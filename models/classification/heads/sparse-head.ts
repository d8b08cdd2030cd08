import type { LabelSet } from '../data/label-set.ts';
import { subheadingBucket } from '../features/pair-space.ts';
import { createAnswerCache } from '../answer-cache.ts';
import type { Word } from '../features/lexicon.ts';
import { gramValue, MASK, PAIR_VALUE, WORD_VALUE, type SparseFeatures } from '../features/sparse-features.ts';
import { hashPair } from '../text/hash.ts';
import { softmaxInPlace } from './softmax.ts';

/** The sparse head as it is shipped: of each bucket only the headings that it says something about. */
export interface SparseTables {
  /** Entries of bucket b: rowStarts[b] up to rowStarts[b + 1]. */
  readonly rowStarts: Int32Array;
  /** Heading of each entry. */
  readonly headings: Uint16Array;
  readonly weights: Int8Array;
  readonly scale: number;
  readonly headingBias: Float32Array;
  readonly subheadings: Int8Array;
  readonly subheadingScale: number;
  readonly subheadingBias: Float32Array;
}

export interface SparseHead {
  /** Probability of every heading, for the phrases that the features are of. */
  readonly probabilities: (phrases: readonly (readonly Word[])[], features: SparseFeatures, into: Float32Array) => void;
  /** How much each feature adds to the logit of a heading. */
  readonly contributions: (features: SparseFeatures, heading: number, into: Float32Array) => void;
  /** The same for a subheading among those of its heading. */
  readonly subheadingContributions: (features: SparseFeatures, subheading: number, into: Float32Array) => void;
  /** Logit of a subheading among those of its heading. */
  readonly subheadingLogit: (features: SparseFeatures, subheading: number) => number;
}

/** Words whose sums over all headings are kept, five kilobytes each: those of ordinary trade. */
const WORDS_KEPT = 8192;

/**
 * A word brings the same to every text but for the text's length: what it and its n-grams add to all headings is summed once and kept,
 * because frequent n-grams touch hundreds of headings each. Only pairs of neighbours are looked up text by text.
 */
export function createSparseHead(tables: SparseTables, labels: LabelSet): SparseHead {
  const { headingBias, scale } = tables;
  const classes = labels.headings.length;
  const kept = createAnswerCache<Float32Array>(WORDS_KEPT);
  const sums = new Float32Array(classes);
  const sumOf = (word: Word): Float32Array => {
    const known = kept.get(word.stem);
    if (known !== undefined) return known;
    const made = new Float32Array(classes);
    addRow(tables, word.hash & MASK, WORD_VALUE, made);
    for (let gram = 0; gram < word.grams.length; gram += 1) addRow(tables, word.grams[gram]!, gramValue(word), made);
    kept.set(word.stem, made);
    return made;
  };
  return {
    probabilities(phrases, features, into) {
      sums.fill(0);
      for (const phrase of phrases) {
        for (let i = 0; i < phrase.length; i += 1) {
          const ofWord = sumOf(phrase[i]!);
          for (let j = 0; j < classes; j += 1) sums[j] = sums[j]! + ofWord[j]!;
          if (i > 0) addRow(tables, hashPair(phrase[i - 1]!.hash, phrase[i]!.hash) & MASK, PAIR_VALUE, sums);
        }
      }
      const share = features.count === 0 ? 0 : (features.values[0]! / WORD_VALUE) * scale;
      for (let j = 0; j < classes; j += 1) into[j] = headingBias[j]! + share * sums[j]!;
      softmaxInPlace(into, 0, classes);
    },
    contributions({ buckets, values, count }, heading, into) {
      for (let i = 0; i < count; i += 1) into[i] = values[i]! * scale * weightOf(tables, buckets[i]!, heading);
    },
    subheadingContributions({ buckets, values, words }, subheading, into) {
      for (let i = 0; i < words; i += 1) into[i] = values[i]! * tables.subheadingScale * tables.subheadings[subheadingBucket(buckets[i]!, subheading)]!;
    },
    subheadingLogit: (features, subheading) => tables.subheadingBias[subheading]! + tables.subheadingScale * speaksFor(tables.subheadings, features, subheading),
  };
}

/** Adds value × weight to each heading that a bucket says something about. */
function addRow({ rowStarts, headings, weights }: SparseTables, bucket: number, value: number, into: Float32Array): void {
  const end = rowStarts[bucket + 1]!;
  for (let entry = rowStarts[bucket]!; entry < end; entry += 1) into[headings[entry]!] = into[headings[entry]!]! + value * weights[entry]!;
}

function speaksFor(weights: Int8Array, { words, buckets, values }: SparseFeatures, subheading: number): number {
  let sum = 0;
  for (let i = 0; i < words; i += 1) sum += values[i]! * weights[subheadingBucket(buckets[i]!, subheading)]!;
  return sum;
}

/** Entries of a bucket are sorted by heading. */
function weightOf({ rowStarts, headings, weights }: SparseTables, bucket: number, heading: number): number {
  let low = rowStarts[bucket]!;
  let high = rowStarts[bucket + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle]! < heading) low = middle + 1;
    else high = middle;
  }
  return low < rowStarts[bucket + 1]! && headings[low] === heading ? weights[low]! : 0;
}
