import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import { addRows } from '../../../word-vectors/serve/word-vectors.ts';
import type { LabelSet } from '../codes/label-set.ts';
import { denseFeatures, type DenseTables, denseWidth, emptyEmbeddingRows } from '../features/dense-features.ts';
import type { Batch } from './batch.ts';
import { createWordSums, type RowsOfWords } from './word-sums.ts';

/** The dense head as it is shipped, its layers as floating numbers again. */
export interface DenseHeadTables {
  readonly tables: DenseTables;
  /** Headings × width. */
  readonly headings: Float32Array;
  readonly headingBias: Float32Array;
  /** Subheadings × width, a byte each with a scale a row. */
  readonly subheadings: Int8Array;
  readonly subheadingScales: Float32Array;
  readonly subheadingBias: Float32Array;
}

export interface DenseBatch {
  /** Texts × width. */
  readonly inputs: Float32Array;
  /** Texts × headings. */
  readonly probabilities: Float32Array;
}

export interface DenseHead {
  readonly width: number;
  /** Inputs and probabilities of all headings for a batch of texts. */
  run(batch: Batch): DenseBatch;
  /** Logit of a subheading among those of its heading, for the input beginning at `offset`. */
  subheadingLogit(inputs: Float32Array, offset: number, subheading: number): number;
  release(): void;
}

/**
 * The layer is linear, and the first part of its input is the sum of the distilled vectors of a text's words, brought to one length: so what
 * a word adds to all headings is worked out once and kept. Only the product with the embeddings, a third of the width, is a text's own.
 */
export function createDenseHead(head: DenseHeadTables, labels: LabelSet, { tf }: Pick<ModelRuntime, 'tf'>): DenseHead {
  const width = denseWidth(head.tables);
  const { dimensions } = head.tables.vectors;
  const classes = labels.headings.length;
  const shown = emptyEmbeddingRows();
  const columns = transposed(head.headings, classes, width);
  const ofVectors = tf.tensor2d(columns.subarray(0, dimensions * classes), [dimensions, classes]);
  const ofEmbeddings = tf.tensor2d(columns.subarray(dimensions * classes), [width - dimensions, classes]);
  const bias = tf.tensor1d(head.headingBias);
  const sumsOf = createWordSums(classes, rowsByVectors(head.tables.vectors, ofVectors, classes, { tf }), { tf });
  return {
    width,
    run(batch) {
      const count = batch.texts.length;
      const inputs = new Float32Array(count * width);
      const scales = Float32Array.from(batch.texts, (phrases, index) =>
        denseFeatures(phrases, head.tables, shown, inputs, index * width),
      );
      const softmax = tf.tidy(() => {
        const byVectors = tf.mul(sumsOf(batch), tf.tensor2d(scales, [count, 1]));
        const embedded = tf.slice(tf.tensor2d(inputs, [count, width]), [0, dimensions], [count, width - dimensions]);
        return tf.softmax(tf.add(byVectors, tf.fused.matMul({ a: embedded, b: ofEmbeddings, bias })));
      });
      const probabilities = softmax.dataSync<'float32'>();
      softmax.dispose();
      return { inputs, probabilities };
    },
    subheadingLogit(inputs, offset, subheading) {
      return (
        head.subheadingBias[subheading]! +
        head.subheadingScales[subheading]! * dot(head.subheadings, subheading * width, inputs, offset, width)
      );
    },
    release: () => tf.dispose([ofVectors, ofEmbeddings, bias]),
  };
}

/** What the vectors of words add to every heading. */
function rowsByVectors(
  vectors: DenseTables['vectors'],
  layer: Tensor2D,
  classes: number,
  { tf }: Pick<ModelRuntime, 'tf'>,
): RowsOfWords {
  const { dimensions } = vectors;
  return (words) => {
    const sums = new Float32Array(words.length * dimensions);
    words.forEach(({ rows }, index) =>
      addRows(vectors, rows, sums.subarray(index * dimensions, (index + 1) * dimensions)),
    );
    const product = tf.tidy(() => tf.matMul(tf.tensor2d(sums, [words.length, dimensions]), layer));
    const values = product.dataSync<'float32'>();
    product.dispose();
    return words.map((_, index) => values.slice(index * classes, (index + 1) * classes));
  };
}

/** In four sums, which do not wait for each other. */
function dot(weights: Int8Array, start: number, inputs: Float32Array, offset: number, width: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const even = width - (width % 4);
  for (let d = 0; d < even; d += 4) {
    first += weights[start + d]! * inputs[offset + d]!;
    second += weights[start + d + 1]! * inputs[offset + d + 1]!;
    third += weights[start + d + 2]! * inputs[offset + d + 2]!;
    fourth += weights[start + d + 3]! * inputs[offset + d + 3]!;
  }
  for (let d = even; d < width; d += 1) first += weights[start + d]! * inputs[offset + d]!;
  return first + second + third + fourth;
}

function transposed(rows: Float32Array, count: number, width: number): Float32Array {
  const columns = new Float32Array(rows.length);
  for (let row = 0; row < count; row += 1)
    for (let d = 0; d < width; d += 1) columns[d * count + row] = rows[row * width + d]!;
  return columns;
}
