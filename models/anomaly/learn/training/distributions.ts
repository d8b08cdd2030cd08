import type * as core from '@tensorflow/tfjs-core';
import type { Histogram } from '../../../artefact/manifest.ts';
import { quantileHistogram } from '../../../statistics/population-stability.ts';
import { driftFeatures } from '../../serve/drift-features.ts';
import { scoreGoods } from '../../serve/scoring/score-goods.ts';
import type { TrainedAnomaly } from '../../serve/scoring/trained-anomaly.ts';
import { type LabelledRow, onePerGroup, partOf } from '../data/split.ts';

const BINS = 10;

/** How scores, p-values and measures are spread among the calibration goods: what drift is measured against. */
export function trainingDistributions(
  tf: typeof core,
  trained: TrainedAnomaly,
  rows: readonly LabelledRow[],
  seed: number,
): Readonly<Record<string, Histogram>> {
  const goods = onePerGroup(
    rows.filter(({ outcome, group }) => outcome === 0 && partOf(group, seed) === 'combination'),
  );
  const named = new Map<string, number[]>();
  const add = (name: string, value: number): unknown =>
    named.has(name) ? named.get(name)?.push(value) : named.set(name, [value]);
  for (const { score, pValue } of scoreGoods(tf, trained, goods)) {
    add('score', score);
    add('p-value', pValue);
  }
  for (const row of goods)
    for (const [name, value] of Object.entries(
      driftFeatures(row, trained.knowledge.similar.densities, trained.outcome),
    ))
      add(`feature/${name}`, value);
  return Object.fromEntries([...named].map(([name, values]) => [name, quantileHistogram(values, BINS)]));
}
