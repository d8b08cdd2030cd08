import type * as core from '@tensorflow/tfjs-core';
import type { Columns } from '../../../statistics/boosted-trees.ts';
import { cauchyCombined } from '../../../statistics/combined-p-value.ts';
import { recallAt, shareAbove } from '../../../statistics/false-alarms.ts';
import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { segmentPValue } from '../../../statistics/segments.ts';
import { anomalyColumns, segmentsOf } from '../../serve/scoring/columns.ts';
import { tailPValue } from '../../serve/scoring/tail.ts';
import type { TrainedAnomaly } from '../../serve/scoring/trained-anomaly.ts';
import { type LabelledRow, onePerGroup } from '../data/split.ts';
import { ERROR_TITLES, ERROR_TYPES, type ErrorType, injectErrors } from '../training/inject-errors.ts';
import { fitForest, forestScores, robustZScores } from './baselines.ts';
import { anomalyScores } from './outcome-figures.ts';

/** The methods compared, ours last. */
export const METHODS = ['robustZ', 'isolationForest', 'autoencoder', 'similarGoods', 'model'] as const;
export type Method = (typeof METHODS)[number];

export interface InjectionRow {
  readonly kind: ErrorType;
  readonly title: string;
  /** Honest rows that could take it. */
  readonly planted: number;
  /** Share found when one honest row in a hundred may be called odd. */
  readonly recall: Readonly<Record<Method, Interval>>;
  /** Share found at the model's own p ≤ 0.01. */
  readonly atOwnPValue: Interval;
}

export interface InjectionTable {
  readonly honest: number;
  readonly rate: number;
  /** Honest rows that the model's own p ≤ 0.01 calls odd. */
  readonly realisedAtOwnPValue: Interval;
  readonly rows: readonly InjectionRow[];
}

export interface InjectionOptions {
  readonly seed: number;
  readonly donors: readonly LabelledRow[];
  readonly isPreference: (regime: string) => boolean;
}

/**
 * Plants each kind of error into honest rows, one of each group of repeats, and counts what each method finds at one false alarm
 * in a hundred among the same honest rows.
 * @param rows honest rows that training has not seen
 */
export function injectionTable(
  tf: typeof core,
  trained: TrainedAnomaly,
  rows: readonly LabelledRow[],
  options: InjectionOptions,
): InjectionTable {
  const legitimate = onePerGroup(rows.filter(({ outcome }) => outcome === 0));
  const forest = fitForest(legitimate, options.seed);
  const scored = (some: readonly LabelledRow[]): Scored => scoresOf(tf, trained, some, forest);
  const before = scored(legitimate);
  const table = ERROR_TYPES.flatMap((kind): InjectionRow[] => {
    const injected = injectErrors(kind, legitimate, options).map((one) => one.injected);
    if (injected.length === 0) return [];
    const after = scored(injected);
    const recall = Object.fromEntries(
      METHODS.map((method) => [
        method,
        roundedInterval(recallAt(before.scores[method], after.scores[method], RATE).recall),
      ]),
    ) as Record<Method, Interval>;
    return [{ kind, title: ERROR_TITLES[kind], planted: injected.length, recall, atOwnPValue: alarms(after.pValues) }];
  });
  return { honest: legitimate.length, rate: RATE, realisedAtOwnPValue: alarms(before.pValues), rows: table };
}

/** Share of p-values that call goods odd at that rate. */
const alarms = (pValues: Float64Array): Interval =>
  roundedInterval(
    shareAbove(
      pValues.map((p) => -p),
      -RATE - 1e-12,
    ),
  );

interface Scored {
  readonly scores: Readonly<Record<Method, Float64Array>>;
  readonly pValues: Float64Array;
}

function scoresOf(
  tf: typeof core,
  trained: TrainedAnomaly,
  rows: readonly LabelledRow[],
  forest: ReturnType<typeof fitForest>,
): Scored {
  const columns = anomalyColumns(tf, trained.knowledge, rows);
  const model = anomalyScores(trained, columns);
  const scores = {
    robustZ: robustZScores(trained.knowledge.similar.densities.unitValue, rows),
    isolationForest: forestScores(forest, rows),
    autoencoder: alone(trained, columns, 'network'),
    similarGoods: alone(trained, columns, 'similar'),
    model,
  };
  return {
    scores,
    pValues: model.map(
      (score, at) => segmentPValue(trained.calibration, segmentsOf(rows[at]!, trained.knowledge), score).pValue,
    ),
  };
}

/** The detectors of one kind alone: their p-values by the Cauchy combination. */
function alone({ detectors, tails }: TrainedAnomaly, columns: Columns, by: 'network' | 'similar'): Float64Array {
  const places = detectors.flatMap((detector, at) => (detector.by === by ? [at] : []));
  return Float64Array.from(columns[0]!, (_, row) => {
    const pValues = places
      .filter((at) => !Number.isNaN(columns[at]![row]!))
      .map((at) => tailPValue(tails[at]!, columns[at]![row]!));
    return -Math.log10(Math.max(cauchyCombined(pValues), 1e-300));
  });
}

/** Share of honest goods that may be called odd where the model is measured: what it finds is told at this rate of false alarms. */
export const RATE = 0.01;
