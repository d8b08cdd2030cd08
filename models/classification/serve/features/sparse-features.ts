import { hashPair } from '../../../statistics/hash.ts';
import { SPARSE_BUCKETS, type Word } from './lexicon.ts';

/** Buckets and values of one text, of length 1 together; the first `count` entries of each array count. */
export interface SparseFeatures {
  count: number;
  /** The first so many are words and pairs of neighbours, the rest character n-grams. */
  words: number;
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

const MOST_FEATURES = 4096;
/** How much a word, a pair and all n-grams of a word together weigh against each other, before the text is brought to length 1. */
export const WORD_VALUE = 1;
export const PAIR_VALUE = 0.7;
const GRAMS_VALUE = 0.8;
export const MASK = SPARSE_BUCKETS - 1;

/** Of each of a word's n-grams. */
export const gramValue = ({ grams }: Pick<Word, 'grams'>): number => GRAMS_VALUE / Math.sqrt(grams.length);

export function emptySparseFeatures(): SparseFeatures {
  return { count: 0, words: 0, buckets: new Int32Array(MOST_FEATURES), values: new Float32Array(MOST_FEATURES) };
}

/** What brings a text's features to length 1: values of `sparseFeatures` over what they were before; 0 for a text without words. */
export function featureScale(phrases: readonly (readonly Word[])[]): number {
  let [words, count] = [0, 0];
  for (const phrase of phrases) {
    words += phrase.length;
    count += Math.max(0, 2 * phrase.length - 1);
  }
  const squares =
    words * WORD_VALUE ** 2 + (count - words) * PAIR_VALUE ** 2 + wordsWithGrams(phrases, count) * GRAMS_VALUE ** 2;
  return squares === 0 ? 0 : 1 / Math.sqrt(squares);
}

/** Words whose n-grams there is room for. */
function wordsWithGrams(phrases: readonly (readonly Word[])[], from: number): number {
  let [count, words] = [from, 0];
  for (const phrase of phrases) {
    for (const { grams } of phrase) {
      if (count + grams.length > MOST_FEATURES) return words;
      count += grams.length;
      words += 1;
    }
  }
  return words;
}

/** Writes the features of a text's phrases into `into`, which is reused from text to text. */
export function sparseFeatures(phrases: readonly (readonly Word[])[], into: SparseFeatures): void {
  const words = addWords(phrases, into);
  const count = addGrams(phrases, words, into);
  const { values } = into;
  let squares = 0;
  for (let i = 0; i < count; i += 1) squares += values[i]! * values[i]!;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let i = 0; i < count; i += 1) values[i] = values[i]! * scale;
  into.words = words;
  into.count = count;
}

function addWords(phrases: readonly (readonly Word[])[], { buckets, values }: SparseFeatures): number {
  let count = 0;
  for (const phrase of phrases) {
    for (let i = 0; i < phrase.length && count < MOST_FEATURES - 1; i += 1) {
      const { hash } = phrase[i]!;
      buckets[count] = hash & MASK;
      values[count] = WORD_VALUE;
      count += 1;
      if (i === 0) continue;
      buckets[count] = hashPair(phrase[i - 1]!.hash, hash) & MASK;
      values[count] = PAIR_VALUE;
      count += 1;
    }
  }
  return count;
}

function addGrams(phrases: readonly (readonly Word[])[], from: number, { buckets, values }: SparseFeatures): number {
  let count = from;
  for (const phrase of phrases) {
    for (const word of phrase) {
      const { grams } = word;
      if (count + grams.length > MOST_FEATURES) return count;
      const value = gramValue(word);
      for (let g = 0; g < grams.length; g += 1) {
        buckets[count + g] = grams[g]!;
        values[count + g] = value;
      }
      count += grams.length;
    }
  }
  return count;
}

/** Places for the weights of (word or pair, subheading): a power of two. */
export const SUBHEADING_BUCKETS = 2 ** 21;

/** Place of the weight by which a bucket of the sparse space speaks for a subheading. */
export function subheadingBucket(bucket: number, subheading: number): number {
  const hash = Math.imul(Math.imul(bucket, 0x9e3779b1) ^ (subheading + 0x7f4a7c15), 0x85ebca6b);
  return (hash ^ (hash >>> 15)) & (SUBHEADING_BUCKETS - 1);
}
