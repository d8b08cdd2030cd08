/** Words with a vector each: a text's vector is the sum over its words, brought to length 1. */
export interface WordVectors {
  /** SHA-256 over the vocabulary and the numbers. */
  readonly version: string;
  readonly dimensions: number;
  /** Sorted; word i has row i. */
  readonly words: readonly string[];
  /** words × dimensions whole numbers. */
  readonly values: Int8Array;
  /** What one whole number of each row stands for; a word's weight is in it. */
  readonly scales: Float32Array;
  /** Row of a word spelt in just this way (small letters, no accents). */
  readonly rowOf: (word: string) => number | undefined;
}

/** A look-up by the place of each word. */
export function rowsByWord(words: readonly string[]): (word: string) => number | undefined {
  const rows = new Map(words.map((word, row) => [word, row]));
  return (word) => rows.get(word);
}

/** Adds scale × values[start … start + length) to `into` from `offset` on; four at a time, which takes a quarter less. */
export function addScaled(
  values: Int8Array | Float32Array,
  start: number,
  scale: number,
  into: Float32Array,
  offset: number,
  length: number,
): void {
  const even = length & ~3;
  for (let d = 0; d < even; d += 4) {
    into[offset + d] = into[offset + d]! + scale * values[start + d]!;
    into[offset + d + 1] = into[offset + d + 1]! + scale * values[start + d + 1]!;
    into[offset + d + 2] = into[offset + d + 2]! + scale * values[start + d + 2]!;
    into[offset + d + 3] = into[offset + d + 3]! + scale * values[start + d + 3]!;
  }
  for (let d = even; d < length; d += 1) into[offset + d] = into[offset + d]! + scale * values[start + d]!;
}

/** Adds the weighted vectors of rows to `into`, which is as long as a vector has dimensions. */
export function addRows(
  { values, scales, dimensions }: Pick<WordVectors, 'values' | 'scales' | 'dimensions'>,
  rows: ArrayLike<number>,
  into: Float32Array,
): void {
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    const scale = scales[row]!;
    addScaled(values, row * dimensions, scale, into, 0, dimensions);
  }
}
