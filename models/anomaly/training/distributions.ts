import type * as core from '@tensorflow/tfjs-core';
import type { Histogram } from '../../artefact/manifest.ts';
import { histogram, quantileEdges } from '../../measures/population-stability.ts';
import { nameOf } from '../autoencoder/shape.ts';
import { scaledNumbers } from '../autoencoder/scaled-numbers.ts';
import { NUMBERS, type LabelledRow } from '../goods/goods-row.ts';
import { onePerGroup, partOf } from '../goods/split.ts';
import { judge } from '../oddness/judge.ts';
import type { TrainedAnomaly } from '../trained.ts';

const BINS = 10;

/** How scores, p-values and scaled numbers are spread among the calibration goods: what drift is measured against. */
export function trainingDistributions(tf: typeof core, trained: TrainedAnomaly, rows: readonly LabelledRow[], seed: number): Readonly<Record<string, Histogram>> {
  const goods = onePerGroup(rows.filter(({ outcome, group }) => outcome === 0 && partOf(group, seed) === 'combination'));
  const judged = judge(tf, trained, goods);
  const scaled = goods.map((row) => scaledNumbers(row, trained.knowledge.similar.densities).values);
  const named: [string, readonly number[]][] = [
    ['score', judged.map(({ score }) => score)],
    ['p-value', judged.map(({ pValue }) => pValue)],
    ...NUMBERS.map((name, at): [string, readonly number[]] => [`feature/${nameOf(name)}`, scaled.map((values) => values[at]!).filter((value) => !Number.isNaN(value))]),
  ];
  return Object.fromEntries(named.filter(([, values]) => values.length > 0).map(([name, values]) => [name, spread(values)]));
}

function spread(values: readonly number[]): Histogram {
  const edges = quantileEdges(values, BINS);
  return { edges: [...edges], counts: [...histogram(values, edges)] };
}
