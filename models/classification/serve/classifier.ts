import type { ModelRuntime } from '../../artefact/trained-model.ts';
import { rowsOfWord } from '../../word-vectors/serve/rows-of-word.ts';
import type { TrainedClassification } from './artefact/trained-classification.ts';
import { createAnswerCache } from './cache/answer-cache.ts';
import type { Sureness } from './calibration/mismatch-features.ts';
import type { Distance } from './codes/label-set.ts';
import type { SpeakingWord } from './explain/salient-words.ts';
import type { LikelyCode } from './heads/likely-codes.ts';
import { createLanguageReader, type LanguageScores } from './language/language-reader.ts';
import { whyUnknown } from './language/why-unknown.ts';
import { createWeighing, type Question, type Weighed } from './scorer.ts';
import { withoutFigures } from './text/digits.ts';
import { phrasesOf } from './text/phrases.ts';
import { createSpelling } from './text/spelling.ts';
import { openVagueGate } from './vagueness/vagueness-classifier.ts';

/** A description and the code that it was declared under, if any: 4 to 10 digits. */
export interface Asked {
  readonly description: string;
  readonly commodityCode?: string | undefined;
}

/** What the words say. */
export interface Classified {
  readonly status: 'ok' | 'vague' | 'unknown';
  /** Why `vague` or `unknown`, in plain words. */
  readonly why?: string;
  /** The five likeliest, with their probabilities; none where codes are not told. */
  readonly headings: readonly LikelyCode[];
  readonly subheadings: readonly LikelyCode[];
  /** Words that speak for the likeliest heading. */
  readonly words: readonly SpeakingWord[];
  /** Only with status ok and a declared code that the Harmonized System has. */
  readonly mismatch?: Mismatch;
  readonly sureness: Sureness;
}

export interface Mismatch {
  /** Surprise, −ln of a combined p-value before calibration; higher is odder, comparable across items. */
  readonly score: number;
  /** Share of right codes whose descriptions fit them no better. */
  readonly pValue: number;
  /** Where the code goes wrong most clearly. */
  readonly level: Distance;
  readonly levels: Readonly<Partial<Record<Distance, { readonly score: number; readonly pValue: number }>>>;
  /** The likely code, as many digits as were judged. This and what follows only where codes are told. */
  readonly likely?: string;
  readonly words?: readonly SpeakingWord[];
  readonly sentence?: string;
}

export interface ClassifierOptions {
  readonly languageScores: LanguageScores;
  /** Words are looked for only where the p-value is at most this. */
  readonly wordsUpTo: number;
  /** Likely codes are looked for only where a declared code's p-value is at most this; everywhere where it is not given. Not below `wordsUpTo`. */
  readonly codesUpTo?: number;
}

/** One answer for each asked, in order; the same whatever else is asked with it. */
export type Classifier = (asked: readonly Asked[]) => readonly Classified[];

/** Wordings whose weighing is remembered: descriptions that differ by a size, a number of pieces or an article number have the same words. */
const WORDINGS_KEPT = 60_000;

/** Brings what was trained to life. */
export function createClassifier(
  trained: TrainedClassification,
  runtime: Pick<ModelRuntime, 'tf'>,
  { languageScores, ...limits }: ClassifierOptions,
): Classifier {
  const weigh = createWeighing(trained, runtime, limits);
  const unreadReason = createUnreadReason(trained, languageScores);
  const spelt = createSpelling(trained.vectors.words, (word) => rowsOfWord(word, trained.vectors.rowOf).length > 0);
  const known = createAnswerCache<Weighed>(WORDINGS_KEPT);

  const textOf = ({ description: told, commodityCode }: Asked): Text => {
    const description = withoutFigures(told);
    const written = spelt(description);
    const phrases = phrasesOf(written);
    const unread = unreadReason(description, written, phrases);
    const question: Question =
      unread !== undefined
        ? { phrases, about: 'nothing' }
        : commodityCode === undefined
          ? { phrases, about: 'codes' }
          : { phrases, about: 'declared', commodityCode };
    return { unread, question, key: keyOf(question) };
  };

  return (asked) => {
    const texts = asked.map(textOf);
    const answers = new Map<string, Weighed>();
    const missing = new Map<string, Question>();
    for (const { key, question } of texts) {
      const found = known.get(key);
      if (found === undefined) missing.set(key, question);
      else answers.set(key, found);
    }
    const keys = [...missing.keys()];
    weigh([...missing.values()]).forEach((one, at) => {
      known.set(keys[at]!, one);
      answers.set(keys[at]!, one);
    });
    return texts.map(({ key, unread }) => ({ status: 'ok', ...unread, ...answers.get(key)! }));
  };
}

type Unread = Pick<Classified, 'status' | 'why'> | undefined;

interface Text {
  readonly unread: Unread;
  readonly question: Question;
  readonly key: string;
}

const keyOf = ({ about, commodityCode, phrases }: Question): string =>
  `${about} ${commodityCode ?? ''}: ${phrases.map((phrase) => phrase.join(' ')).join(', ')}`;

/** Why a description is not judged; undefined where it is. */
function createUnreadReason(
  trained: TrainedClassification,
  languageScores: LanguageScores,
): (description: string, written: string, phrases: Question['phrases']) => Unread {
  const languageOf = createLanguageReader(trained.vectors, languageScores);
  const gate = openVagueGate(trained.vague, trained.vectors);
  return (description, written, phrases) => {
    const language = whyUnknown(languageOf(description));
    if (language !== undefined || phrases.length === 0)
      return { status: 'unknown', why: language ?? 'no word tells what the goods are' };
    return gate(written).isVague
      ? { status: 'vague', why: 'the description does not tell what the goods are' }
      : undefined;
  };
}
