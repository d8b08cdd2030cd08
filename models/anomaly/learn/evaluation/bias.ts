import type * as core from '@tensorflow/tfjs-core';
import { binomialAtLeast } from '../../../statistics/binomial.ts';
import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { wilson } from '../../../statistics/wilson.ts';
import { scoreGoods } from '../../serve/scoring/score-goods.ts';
import type { TrainedAnomaly } from '../../serve/scoring/trained-anomaly.ts';
import { type LabelledRow, onePerGroup } from '../data/split.ts';
import { RATE } from './injection-table.ts';

/** What false alarms are counted by. */
export const BIAS_DIMENSIONS = ['origin', 'dispatch', 'destination', 'chapter', 'traderSize'] as const;
export type BiasDimension = (typeof BIAS_DIMENSIONS)[number];

export interface BiasGroup {
  readonly value: string;
  readonly honest: number;
  /** Share of honest goods that the model calls odd at the stated rate. */
  readonly falseAlarms: Interval;
  /** More than chance explains, at one in a hundred among all groups looked at (Bonferroni). */
  readonly tooMany: 'yes' | 'no';
}

export interface BiasReport {
  readonly rate: number;
  readonly honest: number;
  readonly overall: Interval;
  /** Largest groups first; those with fewer than the minimum together as "other". */
  readonly dimensions: Readonly<Record<BiasDimension, readonly BiasGroup[]>>;
}

/** Chance of calling a group worse off that is not, over all groups looked at. */
const LEVEL = 0.01;
/** Fewer honest goods than this tell nothing of their own. */
const MINIMUM = 30;
const OTHER = 'other';
const NOT_STATED = 'not stated';

/** False-alarm rates on honest rows, one of each group of repeats, by what must not decide alone. */
export function biasReport(tf: typeof core, trained: TrainedAnomaly, rows: readonly LabelledRow[]): BiasReport {
  const legitimate = onePerGroup(rows.filter(({ outcome }) => outcome === 0));
  const alarms = scoreGoods(tf, trained, legitimate).map(({ pValue }) => pValue <= RATE);
  const counted = BIAS_DIMENSIONS.map(
    (dimension) => [dimension, countedBy(legitimate, alarms, (row) => valueIn(row, dimension))] as const,
  );
  const looks = counted.reduce((sum, [, groups]) => sum + groups.length, 0);
  const tell = ({ value, goods, alarms: some }: Count): BiasGroup => ({
    value,
    honest: goods,
    falseAlarms: roundedInterval(wilson(some, goods)),
    tooMany: binomialAtLeast(some, goods, RATE) < LEVEL / looks ? 'yes' : 'no',
  });
  return {
    rate: RATE,
    honest: legitimate.length,
    overall: roundedInterval(wilson(alarms.filter(Boolean).length, alarms.length)),
    dimensions: Object.fromEntries(
      counted.map(([dimension, groups]) => [dimension, groups.map(tell)]),
    ) as unknown as BiasReport['dimensions'],
  };
}

function valueIn(row: LabelledRow, dimension: BiasDimension): string {
  return (dimension === 'chapter' ? row.hs6?.slice(0, 2) : row.categories[dimension]) ?? NOT_STATED;
}

interface Count {
  readonly value: string;
  readonly goods: number;
  readonly alarms: number;
}

function countedBy(
  rows: readonly LabelledRow[],
  alarms: readonly boolean[],
  valueOf: (row: LabelledRow) => string,
): readonly Count[] {
  const counts = new Map<string, Count>();
  const add = (value: string, goods: number, some: number): void => {
    const before = counts.get(value) ?? { value, goods: 0, alarms: 0 };
    counts.set(value, { value, goods: before.goods + goods, alarms: before.alarms + some });
  };
  for (const [at, row] of rows.entries()) add(valueOf(row), 1, alarms[at] ? 1 : 0);
  for (const { value, goods, alarms: some } of [...counts.values()]) {
    if (goods >= MINIMUM) continue;
    counts.delete(value);
    add(OTHER, goods, some);
  }
  return [...counts.values()].sort((a, b) => b.goods - a.goods || (a.value < b.value ? -1 : 1));
}
