import type { Word } from '../features/lexicon.ts';

export type Phrases = readonly (readonly Word[])[];

/** Texts that both heads read together, and the words that each is made up of. */
export interface Batch {
  readonly texts: readonly Phrases[];
  /** Each distinct word once. */
  readonly words: readonly Word[];
  /** Pairs of a word, as its place in `words` and 1, and the text that it stands in, by text; a text without words has the pair with 0. */
  readonly word: Int32Array;
  readonly text: Int32Array;
}

export function batchOf(texts: readonly Phrases[]): Batch {
  const numbers = new Map<Word, number>();
  const [word, text]: [number[], number[]] = [[], []];
  const add = (number: number, index: number): void => {
    word.push(number);
    text.push(index);
  };
  texts.forEach((phrases, index) => {
    const before = word.length;
    for (const phrase of phrases) for (const one of phrase) add(numberOf(one, numbers), index);
    if (word.length === before) add(0, index);
  });
  return { texts, words: [...numbers.keys()], word: Int32Array.from(word), text: Int32Array.from(text) };
}

function numberOf(word: Word, numbers: Map<Word, number>): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size + 1);
  return numbers.size;
}
