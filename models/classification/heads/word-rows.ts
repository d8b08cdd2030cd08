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
    const words = texts.map((phrases) => phrases.flat());
    const places = new Map<Word, number>();
    for (const ofText of words) for (const word of ofText) if (!places.has(word)) places.set(word, texts.length + places.size);
    const used = texts.length + places.size;
    if (rows.length < used * width) rows = new Float32Array(used * width);
    rows.fill(0, 0, texts.length * width);
    texts.forEach((phrases, text) => addOwn(phrases, rows.subarray(text * width, (text + 1) * width)));
    for (const [word, place] of places) rows.set(rowOf(word), place * width);
    return { rows: rows.subarray(0, used * width), used, ...pairsOf(words, places) };
  };
}

/** Each text's own row first. */
function pairsOf(words: readonly (readonly Word[])[], places: ReadonlyMap<Word, number>): Pick<WordRows, 'row' | 'text'> {
  const count = words.reduce((sum, ofText) => sum + ofText.length + 1, 0);
  const [row, text] = [new Int32Array(count), new Int32Array(count)];
  let at = 0;
  for (const [index, ofText] of words.entries()) {
    row[at] = index;
    text[at] = index;
    at += 1;
    for (const word of ofText) {
      row[at] = places.get(word)!;
      text[at] = index;
      at += 1;
    }
  }
  return { row, text };
}
