import { hashPair } from '../../../statistics/hash.ts';
import { addRows } from '../../../word-vectors/serve/word-vectors.ts';
import { remembered } from '../cache/remembered.ts';
import { TEXT_FEATURES, textFeatures } from './text-features.ts';
import { tokensOf } from './tokens.ts';
import { bucketOf, BUCKETS, type WordFeatures, wordFeatures, type WordSources } from './word-features.ts';

/** The numbers of a text lie in one row: buckets, then the features of the whole text, then the text's vector, then the constant. */
export const DENSE_START = BUCKETS;
export const VECTOR_START = DENSE_START + TEXT_FEATURES.length;
export const weightCount = (dimensions: number): number => VECTOR_START + dimensions + 1;

/** A description as the classifier sees it. `numbers` is reused by the next text. */
export interface TextReading {
  readonly words: readonly WordFeatures[];
  /** Weight of each word and pair, and of each n-gram, so that long texts count no more than short ones. */
  readonly wordValue: number;
  readonly gramValue: number;
  /** Features of the whole text, then its vector of length 1. */
  readonly numbers: Float32Array;
}

/** Reads descriptions; keeps what it has learnt of words. */
export function createTextReader(sources: WordSources): (description: string) => TextReading {
  const word = remembered((text) => weighed(text, sources));
  const { dimensions } = sources.vectors;
  const numbers = new Float32Array(TEXT_FEATURES.length + dimensions);
  const sum = numbers.subarray(TEXT_FEATURES.length);
  return (description) => {
    const tokens = tokensOf(description);
    const words = tokens.words.map(word);
    let whole = 0;
    let grams = 0;
    sum.fill(0);
    for (const one of words) {
      addRows(sources.vectors, one.rows, sum);
      whole += one.weight;
      grams += one.grams.length;
    }
    const length = lengthOf(sum);
    textFeatures(tokens, words, whole === 0 ? 0 : length / whole, numbers, 0);
    if (length > 0) for (let d = 0; d < dimensions; d += 1) sum[d] = sum[d]! / length;
    return { words, wordValue: inverseRoot(2 * words.length - 1), gramValue: inverseRoot(grams), numbers };
  };
}

/** Calls `visit` with place and value of everything that the text shows. */
export function visitText(
  { words, wordValue, gramValue, numbers }: TextReading,
  visit: (place: number, value: number) => void,
): void {
  words.forEach(({ hash, grams }, index) => {
    visit(bucketOf(hash), wordValue);
    if (index > 0) visit(pairBucket(words[index - 1]!, words[index]!), wordValue);
    for (const gram of grams) visit(gram, gramValue);
  });
  numbers.forEach((value, index) => visit(DENSE_START + index, value));
  visit(DENSE_START + numbers.length, 1);
}

export const pairBucket = (first: WordFeatures, second: WordFeatures): number =>
  bucketOf(hashPair(first.hash, second.hash));

interface WeighedWord extends WordFeatures {
  /** Length of its vectors together. */
  readonly weight: number;
}

function weighed(text: string, sources: WordSources): WeighedWord {
  const made = wordFeatures(text, sources);
  const vector = new Float32Array(sources.vectors.dimensions);
  addRows(sources.vectors, made.rows, vector);
  return { ...made, weight: lengthOf(vector) };
}

function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (let d = 0; d < vector.length; d += 1) squares += vector[d]! * vector[d]!;
  return Math.sqrt(squares);
}

const inverseRoot = (count: number): number => (count <= 0 ? 0 : 1 / Math.sqrt(count));

/** One number for each place that a text can show: `weightCount` of them. */
export type VaguenessWeights = Float32Array;
