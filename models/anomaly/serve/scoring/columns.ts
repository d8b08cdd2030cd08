import type * as core from '@tensorflow/tfjs-core';
import type { Columns } from '../../../statistics/boosted-trees.ts';
import type { GoodsRow } from '../goods/goods-row.ts';
import { type Knowledge, surprisals } from './detectors.ts';

/** What the combination sees of each row: every detector's surprise, then how well the code is known. */
export function anomalyColumns(tf: typeof core, knowledge: Knowledge, rows: readonly GoodsRow[]): Columns {
  const unitValues = knowledge.similar.densities.unitValue;
  const spread = (row: GoodsRow, digits: number) =>
    row.hs6 === undefined ? undefined : unitValues.get(row.hs6.slice(0, digits));
  return [
    ...surprisals(tf, knowledge, rows),
    Float32Array.from(rows, (row) => spread(row, 6)?.count ?? 0),
    Float32Array.from(rows, (row) => spread(row, 4)?.count ?? 0),
    Float32Array.from(rows, (row) => spread(row, 6)?.bins.length ?? 0),
  ];
}

/** Segments that p-values are calibrated in, the narrowest first: the chapter, how well the code is known, the scope. */
export function segmentsOf(row: GoodsRow, knowledge: Knowledge): readonly string[] {
  const count = row.hs6 === undefined ? 0 : (knowledge.similar.densities.unitValue.get(row.hs6)?.count ?? 0);
  const known = count >= 20 ? 'well-known code' : count >= 5 ? 'known code' : 'rare code';
  return [
    ...(row.hs6 === undefined ? [] : [`${row.scope}, chapter ${row.hs6.slice(0, 2)}`]),
    `${row.scope}, ${known}`,
    row.scope,
  ];
}
