import type { ModelRuntime } from '../../artefact/trained-model.ts';
import type { TrainedClassification } from './artefact/trained-classification.ts';
import { createJudge, type Judgement, type LevelScores } from './calibration/calibrator.ts';
import { MISMATCH_FEATURES, mismatchFeatures, type Sureness, surenessOf } from './calibration/mismatch-features.ts';
import type { Classified, ClassifierOptions, Mismatch } from './classifier.ts';
import { createDeclaredCodes } from './codes/declared-codes.ts';
import { type Declared, type Distance, labelSet } from './codes/label-set.ts';
import { speakingWords } from './explain/salient-words.ts';
import { mismatchSentence } from './explain/sentence.ts';
import { createLexicon } from './features/lexicon.ts';
import { createDenseHead } from './heads/dense-head.ts';
import { likelyCodes } from './heads/likely-codes.ts';
import { createReader, type Reading } from './heads/reader.ts';
import { createSparseHead } from './heads/sparse-head.ts';

/** The words of a description and what is asked about them. */
export interface Question {
  readonly phrases: readonly (readonly string[])[];
  readonly about: 'nothing' | 'codes' | 'declared';
  /** Only where a declared code is asked about. */
  readonly commodityCode?: string;
}

/** What the words alone say, whatever numbers stand between them. */
export type Weighed = Omit<Classified, 'status' | 'why'>;

/** One answer for each question, in order; the same whatever else is asked with it. */
export type Weighing = (questions: readonly Question[]) => readonly Weighed[];

interface Judged {
  readonly declared: Declared;
  readonly judgement: Judgement;
}

/** Weighs words by both heads, and a declared code against them by the calibration. */
export function createWeighing(
  trained: TrainedClassification,
  runtime: Pick<ModelRuntime, 'tf'>,
  { wordsUpTo, codesUpTo = 1 }: Omit<ClassifierOptions, 'languageScores'>,
): Weighing {
  const labels = labelSet(trained.subheadings);
  const lexicon = createLexicon(trained.vectors.rowOf);
  const dense = { ...trained.dense, tables: { vectors: trained.vectors, embeddings: trained.dense.embeddings } };
  const heads = {
    sparse: createSparseHead(trained.sparse, labels, runtime),
    dense: createDenseHead(dense, labels, runtime),
  };
  const read = createReader(heads, labels);
  const explained = { sparse: heads.sparse, dense };
  const declaredCodes = createDeclaredCodes(labels, trained.moved);
  const judge = createJudge(trained.calibration);
  const features = new Float32Array(MISMATCH_FEATURES.length);

  const weighed = ({ about, commodityCode }: Question, reading: Reading): Weighed => {
    const sureness = surenessOf(reading);
    const judged = commodityCode === undefined ? undefined : judgedOf(reading, sureness, commodityCode);
    if ((judged?.judgement.pValue ?? 1) > codesUpTo)
      return judged === undefined
        ? { headings: NONE, subheadings: NONE, words: NONE, sureness }
        : { headings: NONE, subheadings: NONE, words: NONE, sureness, mismatch: scoresOf(judged.judgement) };
    const likely = likelyCodes(reading, labels);
    if (judged === undefined)
      return {
        ...likely,
        sureness,
        words: about !== 'nothing' && wordsUpTo >= 1 ? speakingWords(reading, explained, labels, likely) : [],
      };
    const { declared, judgement } = judged;
    const words = judgement.pValue <= wordsUpTo ? speakingWords(reading, explained, labels, likely, declared) : [];
    const towards = declared.subheading < 0 ? likely.headings[0]!.code : likely.subheadings[0]!.code;
    return {
      ...likely,
      sureness,
      words,
      mismatch: {
        ...scoresOf(judgement),
        likely: towards,
        words,
        sentence: mismatchSentence(words, likely, towards, commodityCode!.replace(/[.\s]/g, '')),
      },
    };
  };

  /** Of the codes that the declared one stands for, the one that fits best. */
  const judgedOf = (reading: Reading, sureness: Sureness, code: string): Judged | undefined => {
    let best: Judged | undefined;
    for (const declared of declaredCodes(code)) {
      mismatchFeatures(reading, sureness, declared, labels, features, 0);
      const judgement = judge(features, sureness.words);
      if (best === undefined || judgement.score < best.judgement.score) best = { declared, judgement };
    }
    return best;
  };

  return (questions) => {
    const answers: Weighed[] = [];
    read(
      questions.map(({ phrases }) => phrases.map((phrase) => phrase.map(lexicon))),
      (reading, index) => answers.push(weighed(questions[index]!, reading)),
    );
    return answers;
  };
}

const NONE: readonly never[] = [];

/** The level with the smallest p-value, the coarser of equals. */
function oddestLevel({ chapter, heading, subheading }: LevelScores): Distance {
  const ofChapter = chapter?.pValue ?? 1;
  const ofHeading = heading?.pValue ?? 1;
  if ((subheading?.pValue ?? 1) < Math.min(ofChapter, ofHeading)) return 'subheading';
  return ofHeading < ofChapter ? 'heading' : 'chapter';
}

function scoresOf({ score, pValue, levels }: Judgement): Mismatch {
  return { score, pValue, level: oddestLevel(levels), levels };
}
