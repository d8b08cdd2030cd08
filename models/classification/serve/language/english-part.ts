import { isForeignSmallWord } from './english-share.ts';

type Phrase = readonly string[];

/** Shorter words stand in other languages by chance. */
const SHORTEST = 4;
/** So many English words tell something by themselves; fewer only where the text is mostly of such. */
const ENOUGH = 2;
const LEAST_SHARE = 0.3;
/** A phrase is English where so much of it is. */
const ENGLISH_SHARE = 0.6;

/**
 * The English part of a description that is in another language as well: its English phrases, or where there are none its English words; undefined
 * where they tell nothing: a word that two languages share, in a text of the other.
 * @param isKnown whether a word (small letters) is one of English
 */
export function englishPart(
  phrases: readonly Phrase[],
  isKnown: (word: string) => boolean,
): readonly Phrase[] | undefined {
  const isEnglish = (word: string): boolean => !isForeignSmallWord(word) && isKnown(word);
  const english = phrases.filter(
    (phrase) => lettersOf(phrase.filter(isEnglish)) >= ENGLISH_SHARE * lettersOf(phrase) && phrase.some(isLong),
  );
  if (english.length > 0) return english;
  const part = phrases
    .map((phrase) => phrase.filter((word) => isLong(word) && isEnglish(word)))
    .filter((phrase) => phrase.length > 0);
  const read = part.flat();
  const isEnough = new Set(read).size >= ENOUGH || lettersOf(read) >= LEAST_SHARE * lettersOf(phrases.flat());
  return read.length > 0 && isEnough ? part : undefined;
}

const isLong = ({ length }: string): boolean => length >= SHORTEST;
const lettersOf = (words: Phrase): number => words.reduce((sum, { length }) => sum + length, 0);
