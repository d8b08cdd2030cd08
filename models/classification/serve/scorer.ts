import type { ModelRuntime } from '../../artefact/trained-model.ts';
import type { TrainedClassification } from './artefact/trained-classification.ts';
import { type CalibratedScore, createCalibrator, type LevelScores } from './calibration/calibrator.ts';
import {
  type ConfidenceFeatures,
  confidenceFeatures,
  MISMATCH_FEATURES,
  mismatchFeatures,
} from './calibration/mismatch-features.ts';
import type { Classified, ClassifierOptions, Mismatch } from './classified.ts';
import { createDeclaredCodes } from './codes/declared-codes.ts';
import { type Declared, type Distance, type LabelSet, labelSet } from './codes/label-set.ts';
import { type SalientWord, salientWords } from './explain/salient-words.ts';
import { mismatchSentence } from './explain/sentence.ts';
import { createLexicon } from './features/lexicon.ts';
import { createDenseHead } from './heads/dense-head.ts';
import { likelyCode, type LikelyCodes, likelyCodes } from './heads/likely-codes.ts';
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
export type ScoredText = Omit<Classified, 'status' | 'why'>;

/** One answer for each question, in order; the same whatever else is asked with it. */
export type Scorer = (questions: readonly Question[]) => readonly ScoredText[];

/** Scores words by both heads, and a declared code against them by the calibration. Made with a pause after each part. */
export function* scorerByPart(
  trained: TrainedClassification,
  runtime: Pick<ModelRuntime, 'tf'>,
  limits: Omit<ClassifierOptions, 'languageScores'>,
): Generator<undefined, Scorer, undefined> {
  const labels = labelSet(trained.subheadings);
  yield;
  const lexicon = createLexicon(trained.vectors.rowOf);
  const dense = { ...trained.dense, tables: { vectors: trained.vectors, embeddings: trained.dense.embeddings } };
  const heads = {
    sparse: createSparseHead(trained.sparse, labels, runtime),
    dense: createDenseHead(dense, labels, runtime),
  };
  yield;
  const read = createReader(heads, labels);
  const explain: Explain = (reading, likely, declared) =>
    salientWords(reading, { sparse: heads.sparse, dense }, labels, likely, declared);
  const bestFit = createBestFit(labels, trained);
  yield;
  const score = createTextScorer(labels, bestFit, explain, limits);
  return (questions) => {
    const answers: ScoredText[] = [];
    read(
      questions.map(({ phrases }) => phrases.map((phrase) => phrase.map(lexicon))),
      (reading, index) => answers.push(score(questions[index]!, reading)),
    );
    return answers;
  };
}

/** The words that speak for the likeliest heading, or for it against the declared code. */
type Explain = (reading: Reading, likely: LikelyCodes, declared?: Declared) => readonly SalientWord[];

function createTextScorer(
  labels: LabelSet,
  bestFit: BestFit,
  explain: Explain,
  { wordsUpTo, codesUpTo = 1 }: Omit<ClassifierOptions, 'languageScores'>,
): (question: Question, reading: Reading) => ScoredText {
  return ({ about, commodityCode }, reading) => {
    const confidence = confidenceFeatures(reading);
    const fit = commodityCode === undefined ? undefined : bestFit(reading, confidence, commodityCode);
    if (fit === undefined) {
      if (codesUpTo < 1) return { headings: NONE, subheadings: NONE, words: NONE, confidence };
      const likely = likelyCodes(reading, labels);
      return { ...likely, confidence, words: about !== 'nothing' && wordsUpTo >= 1 ? explain(reading, likely) : NONE };
    }
    const { declared, calibrated } = fit;
    const mismatch = mismatchOf(calibrated);
    if (calibrated.pValue > codesUpTo) return { headings: NONE, subheadings: NONE, words: NONE, confidence, mismatch };
    const likely = likelyCodes(reading, labels);
    const words = calibrated.pValue <= wordsUpTo ? explain(reading, likely, declared) : NONE;
    const towards = likelyCode(likely, declared.subheading < 0 ? 'heading' : 'subheading');
    const sentence = mismatchSentence(words, likely, towards, commodityCode!.replace(/[.\s]/g, ''));
    return { ...likely, confidence, words, mismatch: { ...mismatch, likely: towards, words, sentence } };
  };
}

/** Of the codes that a declared one stands for, the one that fits a text best; undefined where it stands for none. */
type BestFit = (
  reading: Reading,
  confidence: ConfidenceFeatures,
  code: string,
) => { readonly declared: Declared; readonly calibrated: CalibratedScore } | undefined;

function createBestFit(labels: LabelSet, { moved, calibration }: TrainedClassification): BestFit {
  const declaredCodes = createDeclaredCodes(labels, moved);
  const calibrate = createCalibrator(calibration);
  const features = new Float32Array(MISMATCH_FEATURES.length);
  return (reading, confidence, code) => {
    let best: ReturnType<BestFit>;
    for (const declared of declaredCodes(code)) {
      mismatchFeatures(reading, confidence, declared, labels, features, 0);
      const calibrated = calibrate(features, confidence.words);
      if (best === undefined || calibrated.score < best.calibrated.score) best = { declared, calibrated };
    }
    return best;
  };
}

const NONE: readonly never[] = [];

/** The level with the smallest p-value, the coarser of equals. */
function mostAnomalousLevel({ chapter, heading, subheading }: LevelScores): Distance {
  const ofChapter = chapter?.pValue ?? 1;
  const ofHeading = heading?.pValue ?? 1;
  if ((subheading?.pValue ?? 1) < Math.min(ofChapter, ofHeading)) return 'subheading';
  return ofHeading < ofChapter ? 'heading' : 'chapter';
}

function mismatchOf({ score, pValue, levels }: CalibratedScore): Mismatch {
  return { score, pValue, level: mostAnomalousLevel(levels), levels };
}
