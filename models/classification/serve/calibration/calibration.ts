import { type BoostedTrees } from '../../../statistics/boosted-trees.ts';
import { type SegmentTables } from '../../../statistics/segments.ts';
import type { Distance } from '../codes/label-set.ts';
import { DISTANCES } from '../codes/label-set.ts';

/** What turns the features of a text and a code into scores and p-values. */
export interface Calibration {
  /** For each level of the code: log-odds that it is wrong there. */
  readonly trees: Readonly<Record<Distance, BoostedTrees>>;
  /** p-values of the levels' scores and of the combined one among right codes, by length of the text. */
  readonly tables: Readonly<Record<Tabled, SegmentTables>>;
}

export const TABLED = [...DISTANCES, 'combined'] as const;
export type Tabled = (typeof TABLED)[number];
