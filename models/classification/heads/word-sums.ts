import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { ModelRuntime } from '../../artefact/trained-model.ts';
import { createAnswerCache } from '../answer-cache.ts';
import type { Word } from '../features/lexicon.ts';
import type { Batch, Phrases } from './batch.ts';

/** What a head adds up for a text. */
export interface WordAddends {
  /** Words of the same key add the same. */
  readonly keyOf: (word: Word) => string;
  /** What each of these words adds to every heading, whatever text it stands in. */
  readonly rowsOf: (words: readonly Word[]) => readonly Float32Array[];
  /** Adds what is the text's own, such as its pairs of neighbours, to `into`. */
  readonly addOwn?: (phrases: Phrases, into: Float32Array) => void;
}

/** Words whose rows are kept, five kilobytes each: those of ordinary trade. */
const WORDS_KEPT = 8192;

/**
 * Sums over the words of each text: texts × width. What a word adds is worked out once and kept; a batch's distinct words are laid out
 * once, and TensorFlow adds them up.
 */
export function createWordSums(width: number, { keyOf, rowsOf, addOwn }: WordAddends, { tf }: Pick<ModelRuntime, 'tf'>): (batch: Batch) => Tensor2D {
  const kept = createAnswerCache<Float32Array>(WORDS_KEPT);
  let rows = new Float32Array(0);
  return ({ texts, words, row, text }) => {
    const used = texts.length + words.length;
    if (rows.length < used * width) rows = new Float32Array(used * width);
    rows.fill(0, 0, texts.length * width);
    if (addOwn !== undefined) texts.forEach((phrases, index) => addOwn(phrases, rows.subarray(index * width, (index + 1) * width)));
    keptRows(words).forEach((one, index) => rows.set(one, (texts.length + index) * width));
    return tf.tidy(() => tf.sparse.sparseSegmentSum(tf.tensor2d(rows.subarray(0, used * width), [used, width]), tf.tensor1d(row, 'int32'), tf.tensor1d(text, 'int32')) as Tensor2D);
  };

  function keptRows(words: readonly Word[]): readonly Float32Array[] {
    const found = words.map((word) => kept.get(keyOf(word)));
    const missing = words.filter((_, index) => found[index] === undefined);
    const made = missing.length === 0 ? [] : rowsOf(missing);
    missing.forEach((word, index) => kept.set(keyOf(word), made[index]!));
    let next = 0;
    return found.map((one) => one ?? made[next++]!);
  }
}
