import { probabilityOf } from '../../../statistics/boosted-trees.ts';
import type { WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import { isListed } from './listed-terms.ts';
import { createTextReader, DENSE_START, pairBucket, type TextReading, type VaguenessWeights } from './read-text.ts';
import type { VaguenessModel } from './vagueness-model.ts';
import { bucketOf, type WordFeatures } from './word-features.ts';

/** What the classifier says of a description. */
export interface VaguenessAnswer {
  /** That it does not tell what the goods are; 1 for one on the list of vague descriptions or without a word. */
  readonly probability: number;
  readonly isVague: boolean;
}

export type VaguenessClassifier = (description: string) => VaguenessAnswer;

/** The classifier in use. Meant to live as long as the model: what a word adds is worked out once and kept with the word. */
export function openVaguenessClassifier(
  { weights, statistics, listed, threshold }: VaguenessModel,
  vectors: WordVectors,
): VaguenessClassifier {
  const read = createTextReader({ vectors, statistics });
  const learnt = learntProbability(weights);
  return (description) => {
    const text = read(description);
    const isSettled =
      text.words.length === 0 ||
      isListed(
        listed,
        text.words.map(({ hash }) => hash),
      );
    const probability = isSettled ? 1 : learnt(text);
    return { probability, isVague: probability > threshold };
  };
}

/** What was learnt, without the list. */
export function learntProbability(weights: VaguenessWeights): (text: TextReading) => number {
  const sumsOf = rememberedSums(weights);
  return (text) => probabilityOf(wordLogit(text, weights, sumsOf) + wholeLogit(text, weights));
}

function wordLogit(
  { words, wordValue, gramValue }: TextReading,
  weights: VaguenessWeights,
  sumsOf: (word: WordFeatures) => WordSums,
): number {
  let ofWords = 0;
  let ofGrams = 0;
  let before: WordFeatures | undefined;
  for (const word of words) {
    const sums = sumsOf(word);
    ofWords += sums.own + (before === undefined ? 0 : weights[pairBucket(before, word)]!);
    ofGrams += sums.grams;
    before = word;
  }
  return ofWords * wordValue + ofGrams * gramValue;
}

function wholeLogit({ numbers }: TextReading, weights: VaguenessWeights): number {
  let sum = weights[weights.length - 1]!;
  for (let i = 0; i < numbers.length; i += 1) sum += weights[DENSE_START + i]! * numbers[i]!;
  return sum;
}

interface WordSums {
  readonly own: number;
  readonly grams: number;
}

function rememberedSums(weights: VaguenessWeights): (word: WordFeatures) => WordSums {
  const sums = new WeakMap<WordFeatures, WordSums>();
  return (word) => {
    const known = sums.get(word);
    if (known !== undefined) return known;
    const made = {
      own: weights[bucketOf(word.hash)]!,
      grams: word.grams.reduce((sum, gram) => sum + weights[gram]!, 0),
    };
    sums.set(word, made);
    return made;
  };
}
