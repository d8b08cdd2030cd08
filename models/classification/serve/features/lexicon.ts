import { hashText } from '../../../statistics/hash.ts';
import { rowsOfWord } from '../../../word-vectors/serve/rows-of-word.ts';
import { remembered } from '../cache/remembered.ts';
import { stem } from '../text/stem.ts';

/** A word as the heads see it: made once for each spelling and kept. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  /** Of the stem; pairs of neighbours are hashed from these. */
  readonly hash: number;
  /** Buckets of the stem's character n-grams, with its ends marked. */
  readonly grams: Int32Array;
  /** Rows of the word in the table of vectors: one, two for a compound, none where the table does not know it. */
  readonly rows: readonly number[];
}

/** Words by their spelling. */
export type Lexicon = (spelling: string) => Word;

/** A word that has a vector of its own, in this form or another: no compound of words that English does not join. */
export const isEnglishWord = ({ rows }: Pick<Word, 'rows'>): boolean => rows.length === 1;

const GRAM_LENGTHS = [3, 5];

/**
 * A lexicon that remembers what it has made.
 * @param rowOf row of a word in the table of vectors, undefined where it has none
 */
export const createLexicon = (rowOf: (word: string) => number | undefined): Lexicon =>
  remembered((spelling) => makeWord(spelling, rowOf));

function makeWord(text: string, rowOf: (word: string) => number | undefined): Word {
  const root = stem(text);
  return { text, stem: root, hash: hashText(root), grams: gramsOf(root), rows: rowsOfWord(text, rowOf) };
}

function gramsOf(root: string): Int32Array {
  const marked = `<${root}>`;
  const buckets = new Set<number>();
  for (const length of GRAM_LENGTHS) {
    for (let start = 0; start + length <= marked.length; start += 1)
      buckets.add(hashText(marked.slice(start, start + length), length) & (SPARSE_BUCKETS - 1));
  }
  return Int32Array.from(buckets);
}

/** Buckets that words, pairs of neighbours and character n-grams are hashed into; a power of two. */
export const SPARSE_BUCKETS = 2 ** 16;
