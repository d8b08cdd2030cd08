import { denseWidth, embeddingRows, emptyEmbeddingRows, vectorScale } from '../features/dense-features.ts';
import type { DenseHeadTables } from '../heads/dense-head.ts';
import { DENSE_SHARE, SPARSE_SHARE } from '../heads/probability.ts';
import type { Reading } from '../heads/reader.ts';
import type { SparseHead } from '../heads/sparse-head.ts';

/** How much a word adds to one heading's logit over another's; several of the same spelling count together. */
export interface WordContribution {
  readonly word: string;
  /** Mean over the heads by their shares; exact, since both are linear in what the words bring. */
  readonly logit: number;
}

/** What an explanation needs of the heads. */
export interface ExplainedHeads {
  readonly sparse: SparseHead;
  readonly dense: DenseHeadTables;
}

/** Two codes of one level whose logits are compared, by their places in the label set. */
export interface Contrast {
  readonly level: 'heading' | 'subheading';
  readonly towards: number;
  readonly against: number;
}

/**
 * Each word's share in logit(towards) − logit(against), largest first. A pair of neighbours belongs half to each; the length that
 * the whole text is brought to is taken as given.
 */
export function wordContributions(
  reading: Reading,
  { sparse, dense }: ExplainedHeads,
  contrast: Contrast,
): readonly WordContribution[] {
  const words = reading.phrases.flat();
  const [bySparse, byDense] = [new Float64Array(words.length), new Float64Array(words.length)];
  addSparse(reading, sparse, contrast, bySparse);
  addDense(reading, dense, contrast, byDense);
  const bySpelling = new Map<string, number>();
  words.forEach(({ text }, index) =>
    bySpelling.set(text, (bySpelling.get(text) ?? 0) + SPARSE_SHARE * bySparse[index]! + DENSE_SHARE * byDense[index]!),
  );
  return [...bySpelling].map(([word, logit]) => ({ word, logit })).sort((a, b) => b.logit - a.logit);
}

function addSparse(
  { phrases, features }: Reading,
  sparse: SparseHead,
  { level, towards, against }: Contrast,
  into: Float64Array,
): void {
  const [plus, minus] = [new Float32Array(features.count), new Float32Array(features.count)];
  const contributions = level === 'heading' ? sparse.contributions : sparse.subheadingContributions;
  contributions(features, towards, plus);
  contributions(features, against, minus);
  let feature = 0;
  const take = (): number => {
    const difference = feature < features.count ? plus[feature]! - minus[feature]! : 0;
    feature += 1;
    return difference;
  };
  visitWords(phrases, (place, isFirst) => {
    into[place] = into[place]! + take();
    if (!isFirst) shareOut(into, place, take());
  });
  visitWords(phrases, (place, _, word) => {
    for (let gram = 0; gram < word.grams.length; gram += 1) into[place] = into[place]! + take();
  });
}

function addDense(reading: Reading, head: DenseHeadTables, contrast: Contrast, into: Float64Array): void {
  const { vectors, embeddings } = head.tables;
  const difference = weightDifference(head, contrast);
  const scale = vectorScale(reading.phrases, vectors);
  const shown = emptyEmbeddingRows();
  embeddingRows(reading.phrases, embeddings.rows - 1, shown);
  let row = 0;
  const take = (): number => {
    const sum =
      row < shown.count
        ? shown.weights[row]! *
          embeddings.scale *
          dot(
            embeddings.values,
            shown.rows[row]! * embeddings.dimensions,
            difference,
            vectors.dimensions,
            embeddings.dimensions,
          )
        : 0;
    row += 1;
    return sum;
  };
  visitWords(reading.phrases, (place, isFirst, word) => {
    for (const at of word.rows)
      into[place] =
        into[place]! +
        scale * vectors.scales[at]! * dot(vectors.values, at * vectors.dimensions, difference, 0, vectors.dimensions);
    into[place] = into[place]! + take();
    if (!isFirst) shareOut(into, place, take());
  });
}

function weightDifference(
  { tables, headings, subheadings, subheadingScales }: DenseHeadTables,
  { level, towards, against }: Contrast,
): Float32Array {
  const width = denseWidth(tables);
  const difference = new Float32Array(width);
  const [weights, plus, minus] =
    level === 'heading' ? [headings, 1, 1] : [subheadings, subheadingScales[towards]!, subheadingScales[against]!];
  for (let d = 0; d < width; d += 1)
    difference[d] = weights[towards * width + d]! * plus - weights[against * width + d]! * minus;
  return difference;
}

function visitWords(
  phrases: Reading['phrases'],
  visit: (place: number, isFirst: boolean, word: Reading['phrases'][number][number]) => void,
): void {
  let place = 0;
  for (const phrase of phrases) {
    phrase.forEach((word, index) => {
      visit(place, index === 0, word);
      place += 1;
    });
  }
}

function shareOut(into: Float64Array, place: number, ofPair: number): void {
  into[place] = into[place]! + ofPair / 2;
  into[place - 1] = into[place - 1]! + ofPair / 2;
}

function dot(
  values: Int8Array | Float32Array,
  start: number,
  factors: Float32Array,
  from: number,
  length: number,
): number {
  let sum = 0;
  for (let d = 0; d < length; d += 1) sum += values[start + d]! * factors[from + d]!;
  return sum;
}
