import type { Word } from '../features/lexicon.ts';

export type Phrases = readonly (readonly Word[])[];

/** Texts that both heads read together, and the rows that make up each: its own first, then one for every word, the same one wherever the word stands. */
export interface Batch {
  readonly texts: readonly Phrases[];
  /** Each distinct word once. */
  readonly words: readonly Word[];
  /** Pairs of a row and the text that it is part of, by text. Rows below texts.length are the texts' own; that of words[w] is texts.length + w. */
  readonly row: Int32Array;
  readonly text: Int32Array;
}

export function batchOf(texts: readonly Phrases[]): Batch {
  const rowOf = new Map<Word, number>();
  const [row, text]: [number[], number[]] = [[], []];
  texts.forEach((phrases, index) => {
    row.push(index);
    text.push(index);
    for (const phrase of phrases) {
      for (const word of phrase) {
        const known = rowOf.get(word);
        if (known === undefined) rowOf.set(word, texts.length + rowOf.size);
        row.push(known ?? texts.length + rowOf.size - 1);
        text.push(index);
      }
    }
  });
  return { texts, words: [...rowOf.keys()], row: Int32Array.from(row), text: Int32Array.from(text) };
}
