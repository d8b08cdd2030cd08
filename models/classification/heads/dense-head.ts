import type { ModelRuntime } from '../../artefact/trained-model.ts';
import type { LabelSet } from '../data/label-set.ts';
import { denseFeatures, denseWidth, emptyEmbeddingRows, type DenseTables } from '../features/dense-features.ts';
import type { Word } from '../features/lexicon.ts';

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
  /** Inputs and probabilities of all headings for a batch of texts, in one call of TensorFlow. */
  run(texts: readonly (readonly (readonly Word[])[])[]): DenseBatch;
  /** Logit of a subheading among those of its heading, for the input beginning at `offset`. */
  subheadingLogit(inputs: Float32Array, offset: number, subheading: number): number;
  release(): void;
}

/** Weights go to the backend once; the memory of a batch is given back after it. */
export function createDenseHead(head: DenseHeadTables, labels: LabelSet, { tf }: Pick<ModelRuntime, 'tf'>): DenseHead {
  const width = denseWidth(head.tables);
  const shown = emptyEmbeddingRows();
  const weights = tf.tensor2d(transposed(head.headings, labels.headings.length, width), [width, labels.headings.length]);
  const bias = tf.tensor1d(head.headingBias);
  return {
    width,
    run(texts) {
      const inputs = new Float32Array(texts.length * width);
      texts.forEach((phrases, index) => denseFeatures(phrases, head.tables, shown, inputs, index * width));
      const softmax = tf.tidy(() => tf.softmax(tf.fused.matMul({ a: tf.tensor2d(inputs, [texts.length, width]), b: weights, bias })));
      const probabilities = softmax.dataSync<'float32'>();
      softmax.dispose();
      return { inputs, probabilities };
    },
    subheadingLogit(inputs, offset, subheading) {
      return head.subheadingBias[subheading]! + head.subheadingScales[subheading]! * dot(head.subheadings, subheading * width, inputs, offset, width);
    },
    release() {
      weights.dispose();
      bias.dispose();
    },
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
  for (let row = 0; row < count; row += 1) for (let d = 0; d < width; d += 1) columns[d * count + row] = rows[row * width + d]!;
  return columns;
}
