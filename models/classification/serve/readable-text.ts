import { rowsOfWord } from '../../word-vectors/serve/rows-of-word.ts';
import type { TrainedClassification } from './artefact/trained-classification.ts';
import { remembered } from './cache/remembered.ts';
import { type DescriptionLanguage, whyUnknown } from './language/description-language.ts';
import { englishPart } from './language/english-part.ts';
import { createLanguageDoubt, createLanguageReader, type LanguageScores } from './language/language-reader.ts';
import { withoutDigits } from './text/digits.ts';
import { phrasesOf } from './text/phrases.ts';
import { createSpelling } from './text/spelling.ts';
import { openVaguenessClassifier } from './vagueness/vagueness-classifier.ts';
import { withoutPadding } from './wording/padding.ts';
import { createSpelledOut, type Named } from './wording/spelled-out.ts';

/** What of a description is read. */
export interface ReadableText {
  readonly phrases: readonly (readonly string[])[];
  /** What part numbers, brands and CAS numbers in it name: their words stand behind the phrases. */
  readonly named: readonly Named[];
  /** Words that are read as others: abbreviations, and such of other languages. */
  readonly reworded: readonly Named[];
  /** Why nothing of it is read, in plain words. */
  readonly unread?: string;
  /** Why not all of it is. */
  readonly unreadPart?: string;
  /** Whether its words are such as vague descriptions have. Only of what is read. */
  readonly isVague: boolean;
}

/** Spells a description out, mends its spelling, and takes of it what is English. */
export function createTextReader(
  { vectors, vague }: Pick<TrainedClassification, 'vectors' | 'vague'>,
  languageScores: LanguageScores,
): (description: string) => ReadableText {
  const { isKnown, spelledOut } = spellingOut(vectors);
  const spelt = createSpelling(vectors.words, isKnown);
  const languageOf = createLanguageReader(vectors, languageScores);
  const isVague = openVaguenessClassifier(vague, vectors);
  return (description) => {
    const { text, named, reworded } = spelledOut(withoutDigits(withoutPadding(description)));
    const written = spelt(text);
    const phrases = phrasesOf(written);
    const language = languageOf(text);
    const why = whyUnknown(language);
    const part = why === undefined ? phrases : readPart(language, phrases, isKnown);
    if (part === undefined || part.length === 0)
      return { phrases, named, reworded, unread: why ?? 'no word tells what the goods are', isVague: false };
    const vagueWords = why === undefined ? written : part.flat().join(' ');
    const isPlain = named.length > 0 || !isVague(vagueWords).isVague;
    return { phrases: part, named, reworded, isVague: !isPlain, ...(why === undefined ? {} : { unreadPart: why }) };
  };
}

/** Whether the words of a description leave doubt about its language, so that the language detector would be asked. */
export function createTextDoubt(vectors: TrainedClassification['vectors']): (description: string) => boolean {
  const { spelledOut } = spellingOut(vectors);
  const leavesDoubt = createLanguageDoubt(vectors);
  return (description) => leavesDoubt(spelledOut(withoutDigits(withoutPadding(description))).text);
}

/** Compounds of two English words are known, and may still be another language's. */
function spellingOut({ rowOf }: TrainedClassification['vectors']): {
  readonly isKnown: (word: string) => boolean;
  readonly spelledOut: ReturnType<typeof createSpelledOut>;
} {
  const rows = remembered((word) => ({ count: rowsOfWord(word, rowOf).length }));
  return {
    isKnown: (word) => rows(word).count > 0,
    spelledOut: createSpelledOut((word) => rows(word).count === 1),
  };
}

const readPart = (
  { is }: DescriptionLanguage,
  phrases: ReadableText['phrases'],
  isKnown: (word: string) => boolean,
): ReadableText['phrases'] | undefined => (is === 'other' ? englishPart(phrases, isKnown) : undefined);
