import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import { createAnswerCache } from '../cache/answer-cache.ts';
import type { Word } from '../features/lexicon.ts';
import type { Batch } from './batch.ts';

/** What words add to every heading, whatever text they stand in: a row each. */
export type RowsOfWords = (words: readonly Word[]) => readonly Float32Array[];

/** Words whose rows are kept, five kilobytes each: those of ordinary trade. */
const WORDS_KEPT = 8192;

/**
 * Sums over the words of each text: texts × width. What a word adds is worked out once and kept; a batch's distinct words are laid out
 * once, behind a row of zeros, and TensorFlow adds them up.
 */
export function createWordSums(
  width: number,
  rowsOf: RowsOfWords,
  { tf }: Pick<ModelRuntime, 'tf'>,
): (batch: Batch) => Tensor2D {
  const kept = createAnswerCache<Float32Array>(WORDS_KEPT);
  let rows = new Float32Array(0);
  return ({ words, word, text }) => {
    const used = 1 + words.length;
    if (rows.length < used * width) rows = new Float32Array(used * width);
    keptRows(words).forEach((one, index) => rows.set(one, (1 + index) * width));
    return tf.tidy(
      () =>
        tf.sparse.sparseSegmentSum(
          tf.tensor2d(rows.subarray(0, used * width), [used, width]),
          tf.tensor1d(word, 'int32'),
          tf.tensor1d(text, 'int32'),
        ) as Tensor2D,
    );
  };

  function keptRows(words: readonly Word[]): readonly Float32Array[] {
    const found = words.map((word) => kept.get(word.text));
    const missing = words.filter((_, index) => found[index] === undefined);
    const made = missing.length === 0 ? [] : rowsOf(missing);
    missing.forEach((word, index) => kept.set(word.text, made[index]!));
    let next = 0;
    return found.map((one) => one ?? made[next++]!);
  }
}
