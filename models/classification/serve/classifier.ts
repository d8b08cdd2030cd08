import { atOnce } from '../../artefact/at-once.ts';
import type { ModelRuntime } from '../../artefact/trained-model.ts';
import { rowsOfWord } from '../../word-vectors/serve/rows-of-word.ts';
import type { TrainedClassification } from './artefact/trained-classification.ts';
import { createAnswerCache } from './cache/answer-cache.ts';
import type { Classified, ClassifierOptions } from './classified.ts';
import { whyUnknown } from './language/description-language.ts';
import { createLanguageReader, type LanguageScores } from './language/language-reader.ts';
import { type Question, type ScoredText, scorerByPart } from './scorer.ts';
import { withoutDigits } from './text/digits.ts';
import { phrasesOf } from './text/phrases.ts';
import { createSpelling } from './text/spelling.ts';
import { openVaguenessClassifier } from './vagueness/vagueness-classifier.ts';

/** A description and the code that it was declared under, if any: 4 to 10 digits. */
export interface Asked {
  readonly description: string;
  readonly commodityCode?: string | undefined;
}

/** One answer for each asked, in order; the same whatever else is asked with it. */
export type Classifier = (asked: readonly Asked[]) => readonly Classified[];

/** Wordings whose scores are remembered: descriptions that differ by a size, a number of pieces or an article number have the same words. */
const WORDINGS_KEPT = 60_000;

/** Brings what was trained to life. */
export function createClassifier(
  trained: TrainedClassification,
  runtime: Pick<ModelRuntime, 'tf'>,
  options: ClassifierOptions,
): Classifier {
  return atOnce(classifierByPart(trained, runtime, options));
}

/** The same with pauses. */
export function* classifierByPart(
  trained: TrainedClassification,
  runtime: Pick<ModelRuntime, 'tf'>,
  { languageScores, ...limits }: ClassifierOptions,
): Generator<undefined, Classifier, undefined> {
  const score = yield* scorerByPart(trained, runtime, limits);
  const unreadReason = createUnreadReason(trained, languageScores);
  const spelt = createSpelling(trained.vectors.words, (word) => rowsOfWord(word, trained.vectors.rowOf).length > 0);
  const known = createAnswerCache<ScoredText>(WORDINGS_KEPT);

  const textOf = ({ description: told, commodityCode }: Asked): Text => {
    const description = withoutDigits(told);
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
    const answers = new Map<string, ScoredText>();
    const missing = new Map<string, Question>();
    for (const { key, question } of texts) {
      const found = known.get(key);
      if (found === undefined) missing.set(key, question);
      else answers.set(key, found);
    }
    const keys = [...missing.keys()];
    score([...missing.values()]).forEach((one, at) => {
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
  const isVague = openVaguenessClassifier(trained.vague, trained.vectors);
  return (description, written, phrases) => {
    const language = whyUnknown(languageOf(description));
    if (language !== undefined || phrases.length === 0)
      return { status: 'unknown', why: language ?? 'no word tells what the goods are' };
    return isVague(written).isVague
      ? { status: 'vague', why: 'the description does not tell what the goods are' }
      : undefined;
  };
}
