import { atOnce } from '../../artefact/at-once.ts';
import type { ModelRuntime } from '../../artefact/trained-model.ts';
import type { TrainedClassification } from './artefact/trained-classification.ts';
import { createAnswerCache } from './cache/answer-cache.ts';
import type { Classified, ClassifierOptions } from './classified.ts';
import { asWritten } from './explain/as-written.ts';
import { createTextReader, type ReadableText } from './readable-text.ts';
import { type Question, type ScoredText, scorerByPart } from './scorer.ts';

/** A description and the code that it was declared under, if any: 4 to 10 digits. */
export interface Asked {
  readonly description: string;
  readonly commodityCode?: string | undefined;
}

/** One answer for each asked, in order; the same whatever else is asked with it. */
export type Classifier = (asked: readonly Asked[]) => readonly Classified[];

/** Wordings whose scores are remembered: descriptions that differ by a size, a number of pieces or an article number have the same words. */
const WORDINGS_KEPT = 60_000;
/** Words that vague descriptions have are not vague where they speak for one heading as surely as this. */
const SURE = 0.6;
/** Of a model that tells fewer subheadings apart no probability is that sure: some code is always the likeliest by far. */
const SUBHEADINGS_TO_BE_SURE = 100;

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
  const readText = createTextReader(trained, languageScores);
  const known = createAnswerCache<ScoredText>(WORDINGS_KEPT);
  const sure = trained.subheadings.length < SUBHEADINGS_TO_BE_SURE ? Infinity : SURE;

  const textOf = ({ description, commodityCode }: Asked): Text => {
    const readable = readText(description);
    const question = questionOf(readable, commodityCode);
    return { readable, question, key: keyOf(question) };
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
    return texts.map(({ key, readable }) => classified(readable, answers.get(key)!, sure));
  };
}

interface Text {
  readonly readable: ReadableText;
  readonly question: Question;
  readonly key: string;
}

const keyOf = ({ about, commodityCode, phrases }: Question): string =>
  `${about} ${commodityCode ?? ''}: ${phrases.map((phrase) => phrase.join(' ')).join(', ')}`;

function questionOf({ phrases, unread }: ReadableText, commodityCode: string | undefined): Question {
  if (unread !== undefined) return { phrases, about: 'nothing' };
  return commodityCode === undefined ? { phrases, about: 'codes' } : { phrases, about: 'declared', commodityCode };
}

/** The scores as an answer: nothing is said of a code where the words could not be read or are vague. */
function classified(
  { unread, unreadPart, isVague, named, reworded }: ReadableText,
  scored: ScoredText,
  sure: number,
): Classified {
  const { mismatch, ...rest } = asWritten(scored, [...named, ...reworded]);
  if (unread !== undefined) return { ...rest, status: 'unknown', why: unread };
  if (isVague && scored.confidence.best < sure)
    return { ...rest, status: 'vague', why: 'the description does not tell what the goods are' };
  return {
    ...rest,
    status: 'ok',
    ...(unreadPart === undefined ? {} : { unreadPart }),
    ...(mismatch === undefined ? {} : { mismatch }),
  };
}
