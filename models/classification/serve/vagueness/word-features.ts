import { hashText } from '../../../statistics/hash.ts';
import { rowsOfWord } from '../../../word-vectors/serve/rows-of-word.ts';
import type { WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import { stem } from '../text/stem.ts';
/** Buckets that words, pairs of words and character n-grams are hashed into; a power of two. */
export const BUCKETS = 2 ** 16;
export const bucketOf = (hash: number): number => hash & (BUCKETS - 1);

const GRAM_LENGTHS = [2, 3, 4, 5];
const GRAM_SEED = 0x51;

/** A word as the classifier sees it, whatever text it stands in. */
export interface WordFeatures {
  readonly hash: number;
  /** Buckets of its character n-grams, its ends marked. */
  readonly grams: Int32Array;
  /** Of the word vectors; empty for an unknown word. */
  readonly rows: readonly number[];
  /** Whether it is in the vocabulary as it is spelt: a part or another form of a word is not. */
  readonly isKnown: boolean;
  /** ln(1 + how many tariff texts have the word's stem); 0 for none. */
  readonly occurrences: number;
  /** How far those texts spread over the chapters: entropy in nats; undefined where no tariff text has it. */
  readonly spread: number | undefined;
}

/** What the classifier needs to see words: the same at training and in use. */
export interface WordSources {
  readonly vectors: WordVectors;
  readonly statistics: WordStatistics;
}

export function wordFeatures(text: string, { vectors, statistics }: WordSources): WordFeatures {
  const root = stem(text);
  const seen = statistics.get(root);
  return {
    hash: hashText(root),
    grams: gramsOf(text),
    rows: rowsOfWord(text, vectors.rowOf),
    isKnown: vectors.rowOf(text) !== undefined || vectors.rowOf(root) !== undefined,
    occurrences: seen?.occurrences ?? 0,
    spread: seen?.spread,
  };
}

function gramsOf(text: string): Int32Array {
  const marked = `<${text}>`;
  const buckets: number[] = [];
  for (const length of GRAM_LENGTHS) {
    for (let start = 0; start + length <= marked.length; start += 1)
      buckets.push(bucketOf(hashText(marked.slice(start, start + length), GRAM_SEED)));
  }
  return Int32Array.from(buckets);
}

/** What tariff texts tell of a word: how common it is, and whether it belongs to few kinds of goods ("mussel") or to many ("set"). */
export interface WordStatistic {
  /** ln(1 + number of texts). */
  readonly occurrences: number;
  /** Entropy over chapters, nats. */
  readonly spread: number;
}

/** By stem. */
export type WordStatistics = ReadonlyMap<string, WordStatistic>;
