import type * as core from '@tensorflow/tfjs-core';
import { type Columns, logOdds } from '../../../statistics/boosted-trees.ts';
import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { precisionInTop, rocAuc } from '../../../statistics/ranking.ts';
import { outcomeLogOdds } from '../../serve/outcome/outcome-model.ts';
import { anomalyColumns } from '../../serve/scoring/columns.ts';
import { rounded } from '../../serve/scoring/score-goods.ts';
import type { TrainedAnomaly } from '../../serve/scoring/trained-anomaly.ts';
import type { LabelledRow } from '../data/split.ts';
import { fitForest, forestScores, robustZScores } from './baselines.ts';

/** How well a score ranks rows where something was found above those where nothing was. */
export interface RankingFigures {
  readonly auc: Interval;
  /** Share of findings among the highest-scored twentieth. */
  readonly precisionTop5: Interval;
}

export interface OutcomeFigures {
  readonly rows: number;
  /** Share of rows where something was found: the precision of picking blindly. */
  readonly findings: number;
  readonly outcomeModel: RankingFigures;
  readonly anomalyModel: RankingFigures;
  readonly unitValueZ: RankingFigures;
  readonly isolationForest: RankingFigures;
}

const TOP = 0.05;

export function outcomeFigures(
  tf: typeof core,
  trained: TrainedAnomaly,
  rows: readonly LabelledRow[],
  seed: number,
): OutcomeFigures {
  const found = rows.map(({ outcome }) => outcome);
  const { densities } = trained.knowledge.similar;
  const figures = (scores: ArrayLike<number>): RankingFigures => ({
    auc: roundedInterval(rocAuc(scores, found)),
    precisionTop5: roundedInterval(precisionInTop(scores, found, TOP)),
  });
  return {
    rows: rows.length,
    findings: Number((found.reduce<number>((sum, one) => sum + one, 0) / Math.max(1, rows.length)).toFixed(4)),
    outcomeModel: figures(rows.map((row) => outcomeLogOdds(trained.outcome, row, densities))),
    anomalyModel: figures(anomalyScores(trained, anomalyColumns(tf, trained.knowledge, rows))),
    unitValueZ: figures(robustZScores(densities.unitValue, rows)),
    isolationForest: figures(forestScores(fitForest(rows, seed), rows)),
  };
}

/** Log-odds of many rows, for evaluation. */
export function anomalyScores(trained: TrainedAnomaly, columns: Columns): Float64Array {
  const features = new Float32Array(columns.length);
  return Float64Array.from(columns[0]!, (_, at) => {
    for (const [column, values] of columns.entries()) features[column] = values[at]!;
    return rounded(logOdds(trained.combination, features), 5);
  });
}
