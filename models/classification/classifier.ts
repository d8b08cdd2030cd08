import type { ModelRuntime } from '../artefact/trained-model.ts';
import { createJudge, type Judgement, type LevelScore, type LevelScores } from './calibration/judge.ts';
import { mismatchFeatures, MISMATCH_FEATURES, surenessOf, type Declared, type Sureness } from './calibration/mismatch-features.ts';
import { DISTANCES, type Distance } from './calibration/wrong-codes.ts';
import { createDeclaredCodes } from './codes/declared-codes.ts';
import { labelSet, type LabelSet } from './data/label-set.ts';
import { mismatchSentence } from './explain/sentence.ts';
import { speakingWords, type SpeakingWord } from './explain/speaking-words.ts';
import { createLexicon } from './features/lexicon.ts';
import { createDenseHead } from './heads/dense-head.ts';
import { likelyCodes, type LikelyCode } from './heads/likely-codes.ts';
import { createReader, type Reading } from './heads/reader.ts';
import { createSparseHead } from './heads/sparse-head.ts';
import { createLanguageReader, type LanguageScores } from './language/language-reader.ts';
import { rounded } from './rounded.ts';
import { phrasesOf } from './text/phrases.ts';
import { createSpelling } from './text/spelling.ts';
import { rowsOfWord } from '../word-vectors/rows-of-word.ts';
import type { TrainedClassification } from './trained-classification.ts';
import { openVagueGate } from './vague/vague-gate.ts';
import { whyUnknown } from './language/why-unknown.ts';

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

/** Brings what was trained to life. */
export function createClassifier(trained: TrainedClassification, runtime: Pick<ModelRuntime, 'tf'>, { languageScores, wordsUpTo, codesUpTo = 1 }: ClassifierOptions): Classifier {
  const labels = labelSet(trained.subheadings);
  const lexicon = createLexicon(trained.vectors.rowOf);
  const dense = { ...trained.dense, tables: { vectors: trained.vectors, embeddings: trained.dense.embeddings } };
  const heads = { sparse: createSparseHead(trained.sparse, labels, runtime), dense: createDenseHead(dense, labels, runtime) };
  const read = createReader(heads, labels);
  const explained = { sparse: heads.sparse, dense };
  const languageOf = createLanguageReader(trained.vectors, languageScores);
  const gate = openVagueGate(trained.vague, trained.vectors);
  const spelt = createSpelling(trained.vectors.words, (word) => rowsOfWord(word, trained.vectors.rowOf).length > 0);
  const declaredCodes = createDeclaredCodes(labels, trained.moved);

  const answerOf = ({ description, commodityCode }: Asked, written: string, reading: Reading): Classified => {
    const sureness = surenessOf(reading);
    const unread = whyUnread(description, written, sureness);
    const judged = unread !== undefined || commodityCode === undefined ? undefined : judgedOf(reading, sureness, commodityCode);
    if ((judged?.judgement.pValue ?? 1) > codesUpTo) return { status: 'ok', headings: [], subheadings: [], words: [], sureness, ...unread, ...(judged === undefined ? {} : { mismatch: scoresOf(judged.judgement) }) };
    const likely = { ...likelyCodes(reading, labels), sureness };
    if (unread !== undefined) return { ...unread, ...likely, words: [] };
    if (judged === undefined) return { status: 'ok', ...likely, words: wordsUpTo >= 1 ? speakingWords(reading, explained, labels, likely) : [] };
    const { declared, judgement } = judged;
    const words = judgement.pValue <= wordsUpTo ? speakingWords(reading, explained, labels, likely, declared) : [];
    const towards = declared.subheading < 0 ? likely.headings[0]!.code : likely.subheadings[0]!.code;
    return { status: 'ok', ...likely, words, mismatch: { ...scoresOf(judgement), likely: towards, words, sentence: mismatchSentence(words, likely, towards, commodityCode!.replace(/[.\s]/g, '')) } };
  };

  const whyUnread = (description: string, written: string, { words }: Sureness): { readonly status: 'vague' | 'unknown'; readonly why: string } | undefined => {
    const language = whyUnknown(languageOf(description));
    if (language !== undefined || words === 0) return { status: 'unknown', why: language ?? 'no word tells what the goods are' };
    return gate(written).isVague ? { status: 'vague', why: 'the description does not tell what the goods are' } : undefined;
  };

  /** Of the codes that the declared one stands for, the one that fits best. */
  const judgedOf = (reading: Reading, sureness: Sureness, code: string): Judged | undefined => {
    let best: Judged | undefined;
    for (const declared of declaredCodes(code)) {
      const judgement = judgementOf(reading, sureness, declared);
      if (best === undefined || judgement.score < best.judgement.score) best = { declared, judgement };
    }
    return best;
  };

  const judge = createJudge(trained.calibration);
  const features = new Float32Array(MISMATCH_FEATURES.length);
  const judgementOf = (reading: Reading, sureness: Sureness, declared: Declared): Judgement => {
    mismatchFeatures(reading, sureness, declared, labels, features, 0);
    return judge(features, sureness.words);
  };

  return (asked) => {
    const answers: Classified[] = [];
    const written = asked.map(({ description }) => spelt(description));
    read(written.map((text) => phrasesOf(text).map((phrase) => phrase.map(lexicon))), (reading, index) => answers.push(answerOf(asked[index]!, written[index]!, reading)));
    return answers;
  };
}

interface Judged {
  readonly declared: Declared;
  readonly judgement: Judgement;
}

export type Likely = Pick<Classified, 'headings' | 'subheadings'>;
export type { LabelSet };

/** The level with the smallest p-value, the coarser of equals. */
function oddestLevel(scores: LevelScores): Distance {
  return DISTANCES.reduce((oddest, level) => ((scores[level]?.pValue ?? 1) < (scores[oddest]?.pValue ?? 1) ? level : oddest));
}

function scoresOf({ score, pValue, levels }: Judgement): Mismatch {
  return { score: rounded(score), pValue: rounded(pValue), level: oddestLevel(levels), levels: roundedLevels(levels) };
}

function roundedLevels({ chapter, heading, subheading }: LevelScores): Mismatch['levels'] {
  const told = { chapter: roundedLevel(chapter!), heading: roundedLevel(heading!) };
  return subheading === undefined ? told : { ...told, subheading: roundedLevel(subheading) };
}

const roundedLevel = ({ score, pValue }: LevelScore): LevelScore => ({ score: rounded(score), pValue: rounded(pValue) });
