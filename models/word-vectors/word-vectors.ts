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

/** Adds the weighted vectors of rows to `into`, which is as long as a vector has dimensions. */
export function addRows({ values, scales, dimensions }: Pick<WordVectors, 'values' | 'scales' | 'dimensions'>, rows: ArrayLike<number>, into: Float32Array): void {
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    const scale = scales[row]!;
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d += 1) into[d] = into[d]! + scale * values[start + d]!;
  }
}
