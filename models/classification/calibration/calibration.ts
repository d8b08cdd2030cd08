import { boost, logOddsOf, type BoostedTrees } from '../../anomaly/trees/boosted-trees.ts';
import { calibrateSegments, segmentPValue, ALL, type SegmentTables } from '../../measures/segments.ts';
import type { Case } from './cases.ts';
import { flatTrees } from './flat-trees.ts';
import { MISMATCH_FEATURES } from './mismatch-features.ts';
import { DISTANCES, type Distance } from './wrong-codes.ts';

/** What turns the features of a text and a code into scores and p-values. */
export interface Calibration {
  /** For each level of the code: log-odds that it is wrong there. */
  readonly trees: Readonly<Record<Distance, BoostedTrees>>;
  /** p-values of the levels' scores and of the combined one among right codes, by length of the text. */
  readonly tables: Readonly<Record<Tabled, SegmentTables>>;
}

export const TABLED = [...DISTANCES, 'combined'] as const;
export type Tabled = (typeof TABLED)[number];

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

/** Fewer texts than this give no p-values of their own: those of all texts hold instead. */
export const LEAST_IN_BUCKET = 1000;
const SETTINGS = { trees: 120, depth: 3, learningRate: 0.1, leastInLeaf: 4, ridge: 1 } as const;
/** How much each level counts when they are combined: a wrong chapter or heading matters more than a wrong subheading. */
const LEVEL_WEIGHTS: Readonly<Record<Distance, number>> = { chapter: 0.4, heading: 0.4, subheading: 0.2 };

/** The bucket of a text by its number of telling words. */
export function lengthBucket(words: number): string {
  return words <= 1 ? 'one word' : words === 2 ? 'two words' : words <= 4 ? 'three or four words' : 'five words or more';
}

/**
 * Learns the trees and reads the p-values off cases that heads judged which had not learnt them. The scores that p-values are
 * made of come from trees that did not see the text either: each part is scored by trees of the others.
 * @param partOf part of a text, 0 … parts − 1
 */
export function calibrate(cases: readonly Case[], partOf: (text: number) => number, parts: number): Calibration {
  const scores = crossFitted(cases, partOf, parts);
  const right = cases.flatMap((one, at) => (one.kind === 'right' ? [{ words: one.words, levels: DISTANCES.map((level) => (level === 'subheading' && !hasSubheading(one.features) ? undefined : scores[level][at]!)) }] : []));
  const tableOf = (level: Distance): SegmentTables => {
    const applicable = right.flatMap(({ words, levels }) => (levels[DISTANCES.indexOf(level)] === undefined ? [] : [{ words, score: levels[DISTANCES.indexOf(level)]! }]));
    return tableFor(applicable);
  };
  const tables = { chapter: tableOf('chapter'), heading: tableOf('heading'), subheading: tableOf('subheading') };
  const combined = tableFor(right.map(({ words, levels }) => ({ words, score: combine(levels.map((score, at) => (score === undefined ? undefined : surprise(tables[DISTANCES[at]!], words, score)))) })));
  return { trees: { chapter: learn(cases, 'chapter'), heading: learn(cases, 'heading'), subheading: learn(cases, 'subheading') }, tables: { ...tables, combined } };
}

const tableFor = (scored: readonly { readonly words: number; readonly score: number }[]): SegmentTables =>
  calibrateSegments(scored.map(({ score }) => score), (index) => [lengthBucket(scored[index]!.words)], LEAST_IN_BUCKET);

/** Scores and p-values of a text with a code, level by level and combined. */
export type Judge = (features: Float32Array, words: number) => Judgement;

export function createJudge({ trees, tables }: Calibration): Judge {
  const scoreOf = { chapter: flatTrees(trees.chapter), heading: flatTrees(trees.heading), subheading: flatTrees(trees.subheading) };
  return (features, words) => judged(scoreOf, tables, features, words);
}

function judged(scoreOf: Readonly<Record<Distance, (row: Float32Array) => number>>, tables: Calibration['tables'], features: Float32Array, words: number): Judgement {
  const bucket = [lengthBucket(words)];
  const levels: Partial<Record<Distance, LevelScore>> = {};
  const surprises = DISTANCES.map((level) => {
    if (level === 'subheading' && !hasSubheading(features)) return undefined;
    const score = scoreOf[level](features);
    levels[level] = { score, pValue: segmentPValue(tables[level], bucket, score).pValue };
    return surprise(tables[level], words, score);
  });
  const score = Math.fround(combine(surprises));
  return { score, pValue: segmentPValue(tables.combined, bucket, score).pValue, levels };
}

/**
 * −ln of a level's p-value. Above all calibration scores, where p-values are all the same, the log-odds go on counting, so that the
 * oddest keep their order.
 */
function surprise(tables: SegmentTables, words: number, score: number): number {
  const { pValue, segment } = segmentPValue(tables, [lengthBucket(words)], score);
  const highest = tables.tables.get(segment)?.edges.at(-1) ?? tables.tables.get(ALL)?.edges.at(-1) ?? score;
  return Math.max(0, score - highest) - Math.log(pValue);
}

/**
 * ln of the weighted mean of 1/p: the harmonic mean of p-values (Wilson, 2019), which one small value is enough to move. Levels depend
 * on each other, so it is no p-value as it stands: it is the score that the combined table is made of, and so holds the stated rate.
 */
function combine(surprises: readonly (number | undefined)[]): number {
  const stated = surprises.flatMap((one, at) => (one === undefined ? [] : [{ one, weight: LEVEL_WEIGHTS[DISTANCES[at]!] }]));
  const largest = Math.max(...stated.map(({ one }) => one));
  const total = stated.reduce((sum, { weight }) => sum + weight, 0);
  return largest + Math.log(stated.reduce((sum, { one, weight }) => sum + (weight / total) * Math.exp(one - largest), 0));
}

const SUBHEADING_AT = MISMATCH_FEATURES.indexOf('mean-subheading');
const hasSubheading = (features: Float32Array): boolean => !Number.isNaN(features[SUBHEADING_AT]!);

function crossFitted(cases: readonly Case[], partOf: (text: number) => number, parts: number): Readonly<Record<Distance, Float64Array>> {
  const scores = { chapter: new Float64Array(cases.length), heading: new Float64Array(cases.length), subheading: new Float64Array(cases.length) };
  for (let part = 0; part < parts; part += 1) {
    const others = cases.filter(({ text }) => partOf(text) !== part);
    const own = cases.flatMap(({ text, kind }, at) => (kind === 'right' && partOf(text) === part ? [at] : []));
    for (const level of DISTANCES) {
      const found = logOddsOf(learn(others, level), columnsOf(own.map((at) => cases[at]!)));
      own.forEach((at, index) => {
        scores[level][at] = found[index]!;
      });
    }
  }
  return scores;
}

/** Right codes against those that are wrong at the level; both kinds weigh the same. */
function learn(cases: readonly Case[], level: Distance): BoostedTrees {
  const used = cases.filter(({ kind }) => kind === 'right' || kind === level);
  const right = used.reduce((sum, { kind }) => sum + Number(kind === 'right'), 0);
  const weight = right / Math.max(1, used.length - right);
  return boost(columnsOf(used), used.map(({ kind }) => Number(kind !== 'right')), Float32Array.from(used, ({ kind }) => (kind === 'right' ? 1 : weight)), SETTINGS);
}

function columnsOf(cases: readonly Case[]): readonly Float32Array[] {
  return MISMATCH_FEATURES.map((_, feature) => Float32Array.from(cases, ({ features }) => features[feature]!));
}
