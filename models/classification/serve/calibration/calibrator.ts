import { tablePValue } from '../../../statistics/conformal.ts';
import type { Distance } from '../codes/label-set.ts';
import { rounded } from '../heads/rounded.ts';
import type { Calibration, Tabled } from './calibration.ts';
import { flatTrees } from './flat-trees.ts';
import { hasSubheading } from './mismatch-features.ts';
import {
  combine,
  LENGTH_BUCKETS,
  type LengthBucket,
  lengthBucket,
  type Stair,
  stairOf,
  surprise,
} from './surprisal.ts';

export interface LevelScore {
  readonly score: number;
  /** Share of right codes that score at least as high. */
  readonly pValue: number;
}

/** A level that the declared code does not have is left out. */
export type LevelScores = Readonly<Partial<Record<Distance, LevelScore>>>;

export interface Judgement extends LevelScore {
  readonly levels: LevelScores;
}

/** Scores and p-values of a text with a code, level by level and combined, to six digits. */
export type Judge = (features: Float32Array, words: number) => Judgement;

/** Which p-values hold for a length of text is looked up once. */
export function createJudge({ trees, tables }: Calibration): Judge {
  const logOdds = flatTrees([trees.chapter, trees.heading, trees.subheading]);
  const stairs = new Map<LengthBucket, Readonly<Record<Tabled, Stair>>>(
    LENGTH_BUCKETS.map((bucket) => [
      bucket,
      {
        chapter: stairOf(tables.chapter, bucket),
        heading: stairOf(tables.heading, bucket),
        subheading: stairOf(tables.subheading, bucket),
        combined: stairOf(tables.combined, bucket),
      },
    ]),
  );
  return (features, words) => {
    const stair = stairs.get(lengthBucket(words))!;
    const odds = logOdds(features);
    const chapter = told(stair.chapter, odds[0]!);
    const heading = told(stair.heading, odds[1]!);
    const subheading = hasSubheading(features) ? told(stair.subheading, odds[2]!) : undefined;
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

function told(stair: Stair, score: number): { readonly level: LevelScore; readonly surprise: number } {
  const pValue = tablePValue(stair.table, score);
  return { level: { score: rounded(score), pValue: rounded(pValue) }, surprise: surprise(stair, score, pValue) };
}
