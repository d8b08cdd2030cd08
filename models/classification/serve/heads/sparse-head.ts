import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import { hashPair } from '../../../statistics/hash.ts';
import type { LabelSet } from '../codes/label-set.ts';
import type { Word } from '../features/lexicon.ts';
import {
  featureScale,
  gramValue,
  MASK,
  PAIR_VALUE,
  type SparseFeatures,
  subheadingBucket,
  WORD_VALUE,
} from '../features/sparse-features.ts';
import type { Batch, Phrases } from './batch.ts';
import { createWordSums } from './word-sums.ts';

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
  /** Probability of every heading for each of a batch of texts: texts × headings. */
  readonly run: (batch: Batch) => Float32Array;
  /** How much each feature adds to the logit of a heading. */
  readonly contributions: (features: SparseFeatures, heading: number, into: Float32Array) => void;
  /** The same for a subheading among those of its heading. */
  readonly subheadingContributions: (features: SparseFeatures, subheading: number, into: Float32Array) => void;
  /** Logits of subheadings beside each other, among those of their heading, from `first` on: as many as `into` holds. */
  readonly subheadingLogits: (features: SparseFeatures, first: number, into: Float64Array) => void;
  readonly release: () => void;
}

/**
 * A word brings the same to every text but for the text's length: what it and its n-grams add to all headings is summed once and kept,
 * because frequent n-grams touch hundreds of headings each. Only pairs of neighbours are looked up text by text. Adding up the words of
 * each text and the softmax over a thousand headings are TensorFlow's, a batch at a time.
 */
export function createSparseHead(tables: SparseTables, labels: LabelSet, { tf }: Pick<ModelRuntime, 'tf'>): SparseHead {
  const classes = labels.headings.length;
  const bias = tf.tensor1d(tables.headingBias);
  const sumsOf = createWordSums(classes, (words) => words.map((word) => sumOf(tables, word, classes)), { tf });
  let pairs = new Float32Array(0);
  return {
    run(batch) {
      const count = batch.texts.length;
      const shares = Float32Array.from(batch.texts, (phrases) => featureScale(phrases) * tables.scale);
      if (pairs.length < count * classes) pairs = new Float32Array(count * classes);
      pairs.fill(0, 0, count * classes);
      batch.texts.forEach((phrases, index) =>
        addPairs(tables, phrases, pairs.subarray(index * classes, (index + 1) * classes)),
      );
      const softmax = tf.tidy(() => {
        const sums = tf.add(sumsOf(batch), tf.tensor2d(pairs.subarray(0, count * classes), [count, classes]));
        return tf.softmax(tf.add(tf.mul(sums, tf.tensor2d(shares, [count, 1])), bias));
      });
      const probabilities = softmax.dataSync<'float32'>();
      softmax.dispose();
      return probabilities;
    },
    contributions({ buckets, values, count }, heading, into) {
      for (let i = 0; i < count; i += 1) into[i] = values[i]! * tables.scale * weightOf(tables, buckets[i]!, heading);
    },
    subheadingContributions({ buckets, values, words }, subheading, into) {
      for (let i = 0; i < words; i += 1)
        into[i] = values[i]! * tables.subheadingScale * tables.subheadings[subheadingBucket(buckets[i]!, subheading)]!;
    },
    subheadingLogits(features, first, into) {
      speakFor(tables.subheadings, features, first, into);
      for (let s = 0; s < into.length; s += 1)
        into[s] = tables.subheadingBias[first + s]! + tables.subheadingScale * into[s]!;
    },
    release: () => bias.dispose(),
  };
}

function sumOf(tables: SparseTables, word: Word, classes: number): Float32Array {
  const sum = new Float32Array(classes);
  addRow(tables, word.hash & MASK, WORD_VALUE, sum);
  for (let gram = 0; gram < word.grams.length; gram += 1) addRow(tables, word.grams[gram]!, gramValue(word), sum);
  return sum;
}

function addPairs(tables: SparseTables, phrases: Phrases, into: Float32Array): void {
  for (const phrase of phrases)
    for (let i = 1; i < phrase.length; i += 1)
      addRow(tables, hashPair(phrase[i - 1]!.hash, phrase[i]!.hash) & MASK, PAIR_VALUE, into);
}

/** Adds value × weight to each heading that a bucket says something about. */
function addRow(
  { rowStarts, headings, weights }: SparseTables,
  bucket: number,
  value: number,
  into: Float32Array,
): void {
  const end = rowStarts[bucket + 1]!;
  for (let entry = rowStarts[bucket]!; entry < end; entry += 1)
    into[headings[entry]!] = into[headings[entry]!]! + value * weights[entry]!;
}

/** Feature by feature, so that the places that the table is read at do not wait for each other. */
function speakFor(
  weights: Int8Array,
  { words, buckets, values }: SparseFeatures,
  first: number,
  into: Float64Array,
): void {
  into.fill(0);
  for (let i = 0; i < words; i += 1) {
    const bucket = buckets[i]!;
    const value = values[i]!;
    for (let s = 0; s < into.length; s += 1) into[s] = into[s]! + value * weights[subheadingBucket(bucket, first + s)]!;
  }
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
