import type { WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import { remembered, whenAsked } from '../cache/remembered.ts';
import { plainLetters } from '../text/plain-text.ts';
import type { DescriptionLanguage, UnknownLanguage } from './description-language.ts';
import { englishness, englishShare } from './english-share.ts';
import { type Letters, lettersOf } from './letters.ts';
import { learnWordShape, type WordShape } from './word-shape.ts';

/** Scores of languages by ISO 639-1 code, 0 to 1; empty where nothing can be told. */
export type LanguageScores = (text: string) => Readonly<Record<string, number>>;

export type LanguageReader = (description: string) => DescriptionLanguage;

/** From this share of known English words on nothing else is asked where nothing speaks against it. */
const CERTAIN_SHARE = 0.7;
/** From this share on one small word of another language ("de luxe", "a la") is no doubt: the detector agreed on every text it was compared on. */
const BEYOND_DOUBT_SHARE = 0.9;
/** Below it a text is another language's where the detector scores that by so much above English. */
const FOREIGN_LEAD = 0.08;
/** Each known word speaks for English: what the lead must be more where all words are known. */
const LEAD_PER_SHARE = 0.5;
/** What each small word of another language, and letters that English does not have add to the lead. */
const SMALL_WORD_LEAD = 0.2;
const MOST_SMALL_WORDS = 3;
const MARKED_LEAD = 0.25;
const MARKED_AT_LEAST = 2;
/** The other language is named where it is by so much above English and above the next. */
const NAMED_LEAD = 0.25;
const NAMED_OVER_NEXT = 0.12;
/** Mean logarithm below which letters do not follow each other as in words. */
const NONSENSE_SHAPE = -4.2;
/** Letters beside more digits. */
const LONGEST_CODE = 4;
const ENGLISH: DescriptionLanguage = { is: 'english' };

/** Tells the language of descriptions by the vocabulary of the word vectors, and asks a language detector where that leaves doubt. */
export function createLanguageReader(vectors: Vocabulary, scoresOf: LanguageScores): LanguageReader {
  const read = createVocabularyReader(vectors);
  return (description) => {
    const found = read(description);
    return typeof found === 'function' ? found(scoresOf(description)) : found;
  };
}

/** Whether the vocabulary leaves doubt about a description, so that the detector would be asked. */
export function createLanguageDoubt(vectors: Vocabulary): (description: string) => boolean {
  const read = createVocabularyReader(vectors);
  return (description) => typeof read(description) === 'function';
}

type Vocabulary = Pick<WordVectors, 'words' | 'rowOf'>;

/** What follows from the detector's scores where the vocabulary does not decide. */
type Doubt = (scores: ReturnType<LanguageScores>) => DescriptionLanguage;

function createVocabularyReader(vectors: Vocabulary): (description: string) => DescriptionLanguage | Doubt {
  const shape = whenAsked(() => learnWordShape(vectors.words.filter((word) => /^[a-z]+$/.test(word))));
  const value = remembered((word) => englishness(word, vectors.rowOf));
  return (description) => {
    const letters = lettersOf(description);
    if (letters.latin + letters.foreign === 0)
      return { is: 'unknown', why: letters.digits === 0 ? 'empty' : 'code-only' };
    const words = wordsOf(description);
    const { share, foreign } = englishShare(words, value);
    if (letters.foreign > letters.latin && !(share >= CERTAIN_SHARE)) return otherLanguage;
    if (words.length === 0) return { is: 'unknown', why: 'code-only' };
    const hint =
      SMALL_WORD_LEAD * Math.min(MOST_SMALL_WORDS, foreign) + (letters.marked >= MARKED_AT_LEAST ? MARKED_LEAD : 0);
    if (share >= CERTAIN_SHARE && hint === 0) return ENGLISH;
    if (share >= BEYOND_DOUBT_SHARE && foreign <= 1 && letters.marked < MARKED_AT_LEAST) return ENGLISH;
    return (scores) => {
      if (leadOver(scores) + hint > FOREIGN_LEAD + LEAD_PER_SHARE * share) return otherLanguage(scores);
      return share > 0 ? ENGLISH : { is: 'unknown', why: whyUnknown(words, letters, shape()) };
    };
  };
}

function whyUnknown(words: readonly string[], letters: Letters, shape: WordShape): UnknownLanguage {
  if (letters.digits >= letters.latin && words.every((word) => word.length <= LONGEST_CODE)) return 'code-only';
  const mean = words.reduce((sum, word) => sum + shape(word), 0) / words.length;
  return mean < NONSENSE_SHAPE ? 'nonsense' : 'no-known-word';
}

/** By how much the best of the other languages is above English. */
function leadOver(scores: Readonly<Record<string, number>>): number {
  const others = Object.entries(scores).filter(([language]) => language !== 'en');
  return Math.max(0, ...others.map(([, score]) => score)) - (scores['en'] ?? 0);
}

function otherLanguage(scores: Readonly<Record<string, number>>): DescriptionLanguage {
  const [best, next] = Object.entries(scores).sort(([, a], [, b]) => b - a);
  if (best === undefined || best[0] === 'en') return { is: 'other' };
  const isSure = best[1] - (scores['en'] ?? 0) >= NAMED_LEAD && best[1] - (next?.[1] ?? 0) >= NAMED_OVER_NEXT;
  return isSure ? { is: 'other', language: best[0] } : { is: 'other' };
}

/** Words of letters only, two or more; small, without accents. "No 12345" is a number, not a word of Portuguese. */
const WORDS = /(?<![a-z0-9])(?!no\b[.:]? ?\d)[a-z]{2,24}(?![a-z0-9])/g;

function wordsOf(description: string): readonly string[] {
  return plainLetters(description).match(WORDS) ?? [];
}
