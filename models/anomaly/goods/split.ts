import type { LabelledRow } from './goods-row.ts';
import { hashOf } from './triple.ts';

/** Parts of the training data: what is learned from, what scores of single fields and what their combination are calibrated on. */
export const PARTS = ['fit', 'fields', 'combination'] as const;
export type Part = (typeof PARTS)[number];

/** Shares in hundredths, in the order of `PARTS`. */
const BOUNDS = [80, 90, 100] as const;

/** Which part a group of repeated rows belongs to; the same seed always answers the same. */
export function partOf(group: number, seed: number): Part {
  const place = (hashOf(`part ${String(seed)} ${String(group)}`) >>> 0) % 100;
  return PARTS[BOUNDS.findIndex((bound) => place < bound)] ?? 'fit';
}

/** One of `folds` for each group, for what must not be scored by itself. */
export function foldOf(group: number, seed: number, folds: number): number {
  return (hashOf(`fold ${String(seed)} ${String(group)}`) >>> 0) % folds;
}

/** The first row of every group: a row that is repeated is one case, however often it comes. */
export function onePerGroup<Row extends Pick<LabelledRow, 'group'>>(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<number>();
  return rows.filter(({ group }) => !seen.has(group) && seen.add(group).has(group));
}
