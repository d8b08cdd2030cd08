import { rowsOfWord } from '../../../word-vectors/serve/rows-of-word.ts';

/** Small words of other languages, some of which English texts have too ("de", "a la"): they speak for no English. Without accents. */
const FOREIGN_SMALL_WORDS = new Set(
  (
    'de del la el los las un una unos unas y con para por sin en al su lo le les des du et avec pour sans dans sur aux une est der die das und mit fur von aus ohne zu zum zur im den dem ein eine einen nicht bei ' +
    'da do dos das no na nos nas em com sem ou os as um uma pelo pela di del della delle dei degli il gli per con senza nel alla allo ed van het een voor met zonder op te uit bij naar niet ve ile icin bir olan ' +
    'na do od dla bez ze po oraz lub przy nie dan untuk dengan dari yang cho va cua cac bang trong san min sau'
  ).split(/\s+/),
);
const SHORTEST = 3;
const COMPOUND_COUNTS = 0.5;

/** Whether a word (small letters) is a small one of another language. */
export const isForeignSmallWord = (word: string): boolean => FOREIGN_SMALL_WORDS.has(word);

/** What the words of a description speak for. */
export interface EnglishShare {
  /** Letters in known English words over letters in words, 0 to 1; NaN without words. */
  readonly share: number;
  /** Number of small words of other languages. */
  readonly foreign: number;
}

/** How much a word counts as English, remembered by the caller: 1 known, less for a compound of known words, 0 unknown. */
export function englishness(word: string, rowOf: (word: string) => number | undefined): number {
  if (FOREIGN_SMALL_WORDS.has(word)) return 0;
  if (word.length < SHORTEST) return rowOf(word) === undefined ? 0 : 1;
  const rows = rowsOfWord(word, rowOf).length;
  return rows === 2 ? COMPOUND_COUNTS : rows;
}

/** @param words small letters without accents, of letters only */
export function englishShare(words: readonly string[], valueOf: (word: string) => number): EnglishShare {
  let [known, all, foreign] = [0, 0, 0];
  for (const word of words) {
    known += word.length * valueOf(word);
    all += word.length;
    if (FOREIGN_SMALL_WORDS.has(word)) foreign += 1;
  }
  return { share: known / all, foreign };
}
