import type { ConformalTable } from '../../../statistics/conformal.ts';
import { ALL, segmentTable, type SegmentTables } from '../../../statistics/segments.ts';
import type { Distance } from '../codes/label-set.ts';

/** How much each level counts when they are combined; told least by the chapter, whose wrong codes are mostly beyond all doubt. */
const WEIGHTS: Readonly<Record<Distance, number>> = { chapter: 0.3, heading: 0.35, subheading: 0.35 };

/** The bucket of a text by its number of telling words. */
export function lengthBucket(words: number): LengthBucket {
  return words <= 5 ? 'up to five words' : 'six words or more';
}

export const LENGTH_BUCKETS = ['up to five words', 'six words or more'] as const;
export type LengthBucket = (typeof LENGTH_BUCKETS)[number];

/** p-values of one level, or of all together, among texts of one length. */
export interface LevelTable {
  readonly table: ConformalTable;
  /** Above it p-values are all the same; undefined where calibration saw no scores. */
  readonly highest: number | undefined;
}

/** The bucket's own p-values, or those of all texts where it had too few. */
export function levelTable(of: SegmentTables, bucket: LengthBucket): LevelTable {
  const { table } = segmentTable(of, [bucket]);
  return { table, highest: table.edges.at(-1) ?? of.tables.get(ALL)?.edges.at(-1) };
}

/**
 * −ln of a level's p-value. Above all calibration scores, where p-values are all the same, the log-odds go on counting, so that the
 * oddest keep their order.
 */
export function surprisal({ highest = Number.POSITIVE_INFINITY }: LevelTable, score: number, pValue: number): number {
  return Math.max(0, score - highest) - Math.log(pValue);
}

/**
 * ln of the weighted mean of 1/p: the harmonic mean of p-values (Wilson, 2019), which one small value is enough to move. Levels depend
 * on each other, so it is no p-value as it stands: it is the score that the combined table is made of, and so holds the stated rate.
 * @param subheading undefined where the code has none
 */
export function combine(chapter: number, heading: number, subheading: number | undefined): number {
  const largest = Math.max(chapter, heading, subheading ?? Number.NEGATIVE_INFINITY);
  const total = WEIGHTS.chapter + WEIGHTS.heading + (subheading === undefined ? 0 : WEIGHTS.subheading);
  const share = (weight: number, one: number): number => (weight / total) * Math.exp(one - largest);
  return (
    largest +
    Math.log(
      share(WEIGHTS.chapter, chapter) +
        share(WEIGHTS.heading, heading) +
        (subheading === undefined ? 0 : share(WEIGHTS.subheading, subheading)),
    )
  );
}
