import { type BoostedTrees } from '../../../statistics/boosted-trees.ts';
import { tablePValue } from '../../../statistics/conformal.ts';
import { type SegmentTables } from '../../../statistics/segments.ts';
import { type Distance, DISTANCES } from '../codes/label-set.ts';
import { rounded } from '../heads/likely-codes.ts';
import { flatTrees } from './flat-trees.ts';
import { hasSubheading } from './mismatch-features.ts';
import {
  combine,
  LENGTH_BUCKETS,
  type LengthBucket,
  lengthBucket,
  type LevelTable,
  levelTable,
  surprisal,
} from './surprisal.ts';

export interface LevelScore {
  readonly score: number;
  /** Share of right codes that score at least as high. */
  readonly pValue: number;
}

/** A level that the declared code does not have is left out. */
export type LevelScores = Readonly<Partial<Record<Distance, LevelScore>>>;

export interface CalibratedScore extends LevelScore {
  readonly levels: LevelScores;
}

/** Scores and p-values of a text with a code, level by level and combined, to six digits. */
export type Calibrator = (features: Float32Array, words: number) => CalibratedScore;

/** Which p-values hold for a length of text is looked up once. */
export function createCalibrator({ trees, tables }: Calibration): Calibrator {
  const logOdds = flatTrees([trees.chapter, trees.heading, trees.subheading]);
  const stairs = new Map<LengthBucket, Readonly<Record<Tabled, LevelTable>>>(
    LENGTH_BUCKETS.map((bucket) => [
      bucket,
      {
        chapter: levelTable(tables.chapter, bucket),
        heading: levelTable(tables.heading, bucket),
        subheading: levelTable(tables.subheading, bucket),
        combined: levelTable(tables.combined, bucket),
      },
    ]),
  );
  return (features, words) => {
    const stair = stairs.get(lengthBucket(words))!;
    const odds = logOdds(features);
    const chapter = levelScore(stair.chapter, odds[0]!);
    const heading = levelScore(stair.heading, odds[1]!);
    const subheading = hasSubheading(features) ? levelScore(stair.subheading, odds[2]!) : undefined;
    const score = Math.fround(combine(chapter.surprise, heading.surprise, subheading?.surprise));
    const combined = tablePValue(stair.combined.table, score);
    const levels = { chapter: chapter.level, heading: heading.level };
    return {
      score: rounded(score),
      pValue: rounded(combined),
      levels: subheading === undefined ? levels : { ...levels, subheading: subheading.level },
    };
  };
}

function levelScore(stair: LevelTable, score: number): { readonly level: LevelScore; readonly surprise: number } {
  const pValue = tablePValue(stair.table, score);
  return { level: { score: rounded(score), pValue: rounded(pValue) }, surprise: surprisal(stair, score, pValue) };
}

/** What turns the features of a text and a code into scores and p-values. */
export interface Calibration {
  /** For each level of the code: log-odds that it is wrong there. */
  readonly trees: Readonly<Record<Distance, BoostedTrees>>;
  /** p-values of the levels' scores and of the combined one among right codes, by length of the text. */
  readonly tables: Readonly<Record<Tabled, SegmentTables>>;
}

export const TABLED = [...DISTANCES, 'combined'] as const;
export type Tabled = (typeof TABLED)[number];
