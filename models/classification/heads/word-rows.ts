import type { Word } from '../features/lexicon.ts';

/** A batch of texts as rows to be added up: each distinct word's once, then one of each text's own. */
export interface WordRows {
  /** used × width. Reused by the next batch. */
  readonly rows: Float32Array;
  readonly used: number;
  /** Pairs of a row and the text that it is added to, by text. */
  readonly row: Int32Array;
  readonly text: Int32Array;
}

type Phrases = readonly (readonly Word[])[];

/**
 * Lays out the rows of batches.
 * @param rowOf what a word adds, whatever text it stands in
 */
export function createWordRows(width: number, rowOf: (word: Word) => Float32Array): (texts: readonly Phrases[], addOwn: (phrases: Phrases, into: Float32Array) => void) => WordRows {
  let rows = new Float32Array(0);
  return (texts, addOwn) => {
    const places = new Map<Word, number>();
    let pairs = texts.length;
    for (const phrases of texts) {
      for (const phrase of phrases) {
        pairs += phrase.length;
        for (const word of phrase) if (!places.has(word)) places.set(word, texts.length + places.size);
      }
    }
    const used = texts.length + places.size;
    if (rows.length < used * width) rows = new Float32Array(used * width);
    rows.fill(0, 0, texts.length * width);
    texts.forEach((phrases, text) => addOwn(phrases, rows.subarray(text * width, (text + 1) * width)));
    for (const [word, place] of places) rows.set(rowOf(word), place * width);
    return { rows: rows.subarray(0, used * width), used, ...pairsOf(texts, places, pairs) };
  };
}

/** Each text's own row first. */
function pairsOf(texts: readonly Phrases[], places: ReadonlyMap<Word, number>, count: number): Pick<WordRows, 'row' | 'text'> {
  const [row, text] = [new Int32Array(count), new Int32Array(count)];
  let at = 0;
  texts.forEach((phrases, index) => {
    row[at] = index;
    text[at] = index;
    at += 1;
    for (const phrase of phrases) {
      for (const word of phrase) {
        row[at] = places.get(word)!;
        text[at] = index;
        at += 1;
      }
    }
  });
  return { row, text };
}
