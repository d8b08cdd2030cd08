import { type BoostedTrees, logOddsOf } from '../../../statistics/boosted-trees.ts';
import { tablePValue } from '../../../statistics/conformal.ts';
import { boost } from '../../../statistics/learn/boost.ts';
import { calibrateSegments, type SegmentTables } from '../../../statistics/segments.ts';
import type { Calibration } from '../../serve/calibration/calibrator.ts';
import { hasSubheading, MISMATCH_FEATURES } from '../../serve/calibration/mismatch-features.ts';
import { combine, type LengthBucket, lengthBucket, levelTable, surprisal } from '../../serve/calibration/surprisal.ts';
import { type Distance, DISTANCES } from '../../serve/codes/label-set.ts';
import type { Case } from './cases.ts';

/** Fewer texts than this give no p-values of their own: those of all texts hold instead. */
export const LEAST_IN_BUCKET = 500;

const SETTINGS = { trees: 120, depth: 3, learningRate: 0.1, leastInLeaf: 4, ridge: 1 } as const;

/**
 * Learns the trees and reads the p-values off cases that heads judged which had not learnt them. The scores that p-values are
 * made of come from trees that did not see the text either: each part is scored by trees of the others.
 * @param partOf part of a text, 0 … parts − 1
 */
export function calibrate(cases: readonly Case[], partOf: (text: number) => number, parts: number): Calibration {
  const scores = crossFitted(cases, partOf, parts);
  const right = cases.flatMap((one, at) => (one.kind === 'right' ? [rightCode(one, at, scores)] : []));
  const tables = {
    chapter: tableOfLevel(right, 'chapter'),
    heading: tableOfLevel(right, 'heading'),
    subheading: tableOfLevel(right, 'subheading'),
  };
  const combined = right.flatMap(({ buckets, levels }) =>
    buckets.map((bucket) => ({ bucket, score: combinedScore(tables, bucket, levels) })),
  );
  return {
    trees: {
      chapter: learn(cases, 'chapter'),
      heading: learn(cases, 'heading'),
      subheading: learn(cases, 'subheading'),
    },
    tables: { ...tables, combined: tableFor(combined) },
  };
}

type Levels<T> = Readonly<Record<Distance, T>>;

/** A text with its right code: by which texts it is measured, and what each level scores. */
interface RightCode {
  readonly buckets: readonly LengthBucket[];
  /** Undefined at a level that the code does not have. */
  readonly levels: Levels<number | undefined>;
}

function rightCode(one: Case, at: number, scores: Levels<Float64Array>): RightCode {
  return {
    buckets: bucketsOf(one),
    levels: {
      chapter: scores.chapter[at],
      heading: scores.heading[at],
      subheading: hasSubheading(one.features) ? scores.subheading[at] : undefined,
    },
  };
}

function tableOfLevel(right: readonly RightCode[], level: Distance): SegmentTables {
  return tableFor(
    right.flatMap(({ buckets, levels: { [level]: score } }) =>
      score === undefined ? [] : buckets.map((bucket) => ({ bucket, score })),
    ),
  );
}

function combinedScore(
  tables: Levels<SegmentTables>,
  bucket: LengthBucket,
  { chapter, heading, subheading }: RightCode['levels'],
): number {
  const surprisalOf = (level: Distance, score: number): number => {
    const of = levelTable(tables[level], bucket);
    return surprisal(of, score, tablePValue(of.table, score));
  };
  return combine(
    surprisalOf('chapter', chapter!),
    surprisalOf('heading', heading!),
    subheading === undefined ? undefined : surprisalOf('subheading', subheading),
  );
}

/** Descriptions of six words or more are measured by the hardest texts, whatever their length: longer ones are stranger, and hardly any are there to calibrate by. */
const bucketsOf = ({ words, isHard }: Case): readonly LengthBucket[] => [
  ...new Set<LengthBucket>([lengthBucket(words), ...(isHard ? (['six words or more'] as const) : [])]),
];

const tableFor = (scored: readonly { readonly bucket: LengthBucket; readonly score: number }[]): SegmentTables =>
  calibrateSegments(
    scored.map(({ score }) => score),
    (index) => [scored[index]!.bucket],
    LEAST_IN_BUCKET,
  );

function crossFitted(
  cases: readonly Case[],
  partOf: (text: number) => number,
  parts: number,
): Readonly<Record<Distance, Float64Array>> {
  const scores = {
    chapter: new Float64Array(cases.length),
    heading: new Float64Array(cases.length),
    subheading: new Float64Array(cases.length),
  };
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
  return boost(
    columnsOf(used),
    used.map(({ kind }) => Number(kind !== 'right')),
    Float32Array.from(used, ({ kind }) => (kind === 'right' ? 1 : weight)),
    SETTINGS,
  );
}

function columnsOf(cases: readonly Case[]): readonly Float32Array[] {
  return MISMATCH_FEATURES.map((_, feature) => Float32Array.from(cases, ({ features }) => features[feature]!));
}
