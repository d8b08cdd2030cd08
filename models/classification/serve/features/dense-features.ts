import { hashPair } from '../../../statistics/hash.ts';
import { addRows, addScaled, type WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import type { Word } from './lexicon.ts';

/** Trained vectors of words and of pairs of neighbours, by the hash of the stem: rows × dimensions. */
export interface Embeddings {
  readonly dimensions: number;
  /** Number of rows, a power of two. */
  readonly rows: number;
  readonly values: Float32Array | Int8Array;
  /** What one unit of `values` stands for; 1 where they are floating. */
  readonly scale: number;
}

/** What the dense head sees words by: distilled vectors that stay as they are, and embeddings that are trained with it. */
export interface DenseTables {
  readonly vectors: Pick<WordVectors, 'values' | 'scales' | 'dimensions'>;
  readonly embeddings: Embeddings;
}

/** Rows of the embeddings that a text shows, with their weights; the first `count` of each array count. Reused from text to text. */
export interface EmbeddingRows {
  count: number;
  readonly rows: Int32Array;
  readonly weights: Float32Array;
}

const MOST_ROWS = 256;
/** Length that the sum of a text's distilled vectors is brought to. */
const VECTOR_LENGTH = 6;
const PAIR_WEIGHT = 0.5;
/** Between a mean (1) and a sum (0) over words: long texts say more than short ones, but not in proportion. */
const MEAN_POWER = 0.7;

export const emptyEmbeddingRows = (): EmbeddingRows => ({
  count: 0,
  rows: new Int32Array(MOST_ROWS),
  weights: new Float32Array(MOST_ROWS),
});

/** Width of the dense head's input. */
export const denseWidth = ({ vectors, embeddings }: DenseTables): number => vectors.dimensions + embeddings.dimensions;

/**
 * Writes a text's dense input into `into` from `offset` on: its distilled vector, then the weighted mean of its embeddings.
 * @returns what the sum of its words' vectors was multiplied by; 0 where none has one
 */
export function denseFeatures(
  phrases: readonly (readonly Word[])[],
  { vectors, embeddings }: DenseTables,
  shown: EmbeddingRows,
  into: Float32Array,
  offset: number,
): number {
  const { dimensions } = vectors;
  const part = into.subarray(offset, offset + dimensions);
  const scale = sumVectors(phrases, vectors, part);
  for (let d = 0; d < dimensions; d += 1) part[d] = part[d]! * scale;
  embeddingRows(phrases, embeddings.rows - 1, shown);
  addEmbeddings(embeddings, shown, into, offset + dimensions);
  return scale;
}

/** What brings the sum of a text's vectors to the length that the head expects. */
export const vectorScale = (phrases: readonly (readonly Word[])[], vectors: DenseTables['vectors']): number =>
  sumVectors(phrases, vectors, new Float32Array(vectors.dimensions));

/** Writes the sum of the vectors and answers what it is to be multiplied by. */
function sumVectors(
  phrases: readonly (readonly Word[])[],
  vectors: DenseTables['vectors'],
  into: Float32Array,
): number {
  into.fill(0);
  for (const phrase of phrases) for (const { rows } of phrase) addRows(vectors, rows, into);
  let squares = 0;
  for (let d = 0; d < into.length; d += 1) squares += into[d]! * into[d]!;
  return squares === 0 ? 0 : VECTOR_LENGTH / Math.sqrt(squares);
}

function addEmbeddings(
  { dimensions, values, scale }: Embeddings,
  { count, rows, weights }: EmbeddingRows,
  into: Float32Array,
  offset: number,
): void {
  for (let d = 0; d < dimensions; d += 1) into[offset + d] = 0;
  for (let i = 0; i < count; i += 1) {
    addScaled(values, rows[i]! * dimensions, weights[i]! * scale, into, offset, dimensions);
  }
}

/** Rows of the embeddings for a text: each word, then the pair with the one before it where there is one in the phrase. */
export function embeddingRows(phrases: readonly (readonly Word[])[], mask: number, into: EmbeddingRows): void {
  let count = 0;
  let total = 0;
  for (const phrase of phrases) {
    for (let i = 0; i < phrase.length && count < MOST_ROWS - 1; i += 1) {
      into.rows[count] = phrase[i]!.hash & mask;
      into.weights[count] = 1;
      count += 1;
      total += 1;
      if (i === 0) continue;
      into.rows[count] = hashPair(phrase[i - 1]!.hash, phrase[i]!.hash) & mask;
      into.weights[count] = PAIR_WEIGHT;
      count += 1;
      total += PAIR_WEIGHT;
    }
  }
  const share = total === 0 ? 0 : total ** -MEAN_POWER;
  for (let i = 0; i < count; i += 1) into.weights[i] = into.weights[i]! * share;
  into.count = count;
}
