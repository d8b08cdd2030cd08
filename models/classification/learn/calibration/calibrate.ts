import { type BoostedTrees, logOddsOf } from '../../../statistics/boosted-trees.ts';
import { boost } from '../../../statistics/learn/boost.ts';
import { calibrateSegments, type SegmentTables } from '../../../statistics/segments.ts';
import { type Calibration, type Judged } from '../../serve/calibration/calibrator.ts';
import { lengthBucket } from '../../serve/calibration/length-buckets.ts';
import { hasSubheading, MISMATCH_FEATURES } from '../../serve/calibration/mismatch-features.ts';
import type { Case, CaseKind } from './cases.ts';

/** Fewer texts than this give no p-values of their own: those of all texts hold instead. */
export const LEAST_IN_BUCKET = 500;

const SETTINGS = { trees: 120, depth: 3, learningRate: 0.1, leastInLeaf: 4, ridge: 1 } as const;

/** The wrong codes that each judgement learns to tell from right ones. */
const WRONG: Readonly<Record<Judged, CaseKind>> = {
  chapter: 'chapter',
  heading: 'heading',
  subheading: 'subheading',
  evidence: 'plausible',
};

/**
 * Learns the trees and reads the p-values off cases that heads judged which had not learnt them. The scores that p-values are
 * made of come from trees that did not see the text either: each part is scored by trees of the others. Texts of subheadings of which nothing
 * else was learnt are left out: nine subheadings in ten are described, and goods of the others are told of in the card.
 * @param partOf part of a text, 0 … parts − 1
 */
export function calibrate(all: readonly Case[], partOf: (text: number) => number, parts: number): Calibration {
  const cases = all.filter(({ isApart }) => !isApart);
  const calibrated = (judged: Judged): { readonly trees: BoostedTrees; readonly tables: SegmentTables } => ({
    trees: learn(cases, judged),
    tables: tablesFor(crossFitted(cases, judged, partOf, parts)),
  });
  const [chapter, heading] = [calibrated('chapter'), calibrated('heading')];
  const [subheading, evidence] = [calibrated('subheading'), calibrated('evidence')];
  return {
    trees: {
      chapter: chapter.trees,
      heading: heading.trees,
      subheading: subheading.trees,
      evidence: evidence.trees,
    },
    tables: {
      chapter: chapter.tables,
      heading: heading.tables,
      subheading: subheading.tables,
      evidence: evidence.tables,
    },
  };
}

/** A right code, and what trees that had not seen its text make of it. */
interface Scored {
  readonly words: number;
  readonly score: number;
}

/** Of right codes only; those without a subheading say nothing of that level. */
function crossFitted(
  cases: readonly Case[],
  judged: Judged,
  partOf: (text: number) => number,
  parts: number,
): readonly Scored[] {
  return Array.from({ length: parts }, (_, part): readonly Scored[] => {
    const trees = learn(
      cases.filter(({ text }) => partOf(text) !== part),
      judged,
    );
    const own = cases.filter(
      ({ text, kind, features }) =>
        kind === 'right' && partOf(text) === part && (judged !== 'subheading' || hasSubheading(features)),
    );
    const scores = logOddsOf(trees, columnsOf(own));
    return own.map(({ words }, at) => ({ words, score: scores[at]! }));
  }).flat();
}

const tablesFor = (scored: readonly Scored[]): SegmentTables =>
  calibrateSegments(
    scored.map(({ score }) => score),
    (index) => [lengthBucket(scored[index]!.words)],
    LEAST_IN_BUCKET,
  );

/** Right codes against the wrong ones; both kinds weigh the same. */
function learn(cases: readonly Case[], judged: Judged): BoostedTrees {
  const used = cases.filter(({ kind }) => kind === 'right' || kind === WRONG[judged]);
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
