import { type BoostedTrees } from '../../../statistics/boosted-trees.ts';
import { type ConformalTable, tablePValue } from '../../../statistics/conformal.ts';
import { segmentTable, type SegmentTables } from '../../../statistics/segments.ts';
import { type Distance, DISTANCES } from '../codes/label-set.ts';
import { rounded } from '../heads/likely-codes.ts';
import { flatTrees } from './flat-trees.ts';
import { LENGTH_BUCKETS, type LengthBucket, lengthBucket } from './length-buckets.ts';
import { hasSubheading } from './mismatch-features.ts';

export interface LevelScore {
  readonly score: number;
  /** Share of right codes that score at least as high. */
  readonly pValue: number;
}

/** A level that the declared code does not have is left out. */
export type LevelScores = Readonly<Partial<Record<Distance, LevelScore>>>;

/**
 * The score of the whole is evidence: the logarithm of how much likelier such a text is under a code that a cheat would choose than under a right
 * one. Those of the levels are of codes drawn evenly, and say where the code goes wrong.
 */
export interface CalibratedScore extends LevelScore {
  readonly levels: LevelScores;
}

/** Scores and p-values of a text with a code, level by level and of the evidence, to six digits. */
export type Calibrator = (features: Float32Array, words: number) => CalibratedScore;

/** Which p-values hold for a length of text is looked up once. */
export function createCalibrator({ trees, tables }: Calibration): Calibrator {
  const logOdds = flatTrees(JUDGED.map((one) => trees[one]));
  const stairs = new Map(LENGTH_BUCKETS.map((bucket) => [bucket, tablesOf(tables, bucket)]));
  return (features, words) => {
    const stair = stairs.get(lengthBucket(words))!;
    const odds = logOdds(features);
    const level = (judged: Judged): LevelScore => levelScore(stair[judged], odds[JUDGED.indexOf(judged)]!);
    const levels = { chapter: level('chapter'), heading: level('heading') };
    return {
      ...level('evidence'),
      levels: hasSubheading(features) ? { ...levels, subheading: level('subheading') } : levels,
    };
  };
}

function tablesOf(tables: Calibration['tables'], bucket: LengthBucket): Readonly<Record<Judged, ConformalTable>> {
  const of = (judged: Judged): ConformalTable => segmentTable(tables[judged], [bucket]).table;
  return {
    chapter: of('chapter'),
    heading: of('heading'),
    subheading: of('subheading'),
    evidence: of('evidence'),
  };
}

function levelScore(table: ConformalTable, score: number): LevelScore {
  return { score: rounded(score), pValue: rounded(tablePValue(table, Math.fround(score))) };
}

/** What turns the features of a text and a code into scores and p-values. */
export interface Calibration {
  /** Log-odds that a code is wrong at a level, and that it is one that a cheat would choose. */
  readonly trees: Readonly<Record<Judged, BoostedTrees>>;
  /** p-values of these among right codes, by length of the text. */
  readonly tables: Readonly<Record<Judged, SegmentTables>>;
}

/** What is judged of a code: each of its levels, and the whole. */
export const JUDGED = [...DISTANCES, 'evidence'] as const;
export type Judged = (typeof JUDGED)[number];
