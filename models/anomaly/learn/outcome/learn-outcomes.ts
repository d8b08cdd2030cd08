import { type Columns, logOddsOf } from '../../../statistics/boosted-trees.ts';
import { conformalTable } from '../../../statistics/conformal.ts';
import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { boost, type BoostingSettings } from '../../../statistics/learn/boost.ts';
import { fitRidgeLogistic, ridgeLogOdds } from '../../../statistics/learn/ridge-logistic.ts';
import { rocAuc } from '../../../statistics/ranking.ts';
import type { GoodsRow } from '../../serve/goods/goods-row.ts';
import { encode } from '../../serve/outcome/encodings.ts';
import { OUTCOME_FEATURES, outcomeFeatures, type OutcomeModel, rounded } from '../../serve/outcome/outcome-model.ts';
import type { Densities } from '../../serve/similar/scaled-numbers.ts';
import { foldOf, type LabelledRow, onePerGroup, partOf } from '../data/split.ts';
import { densitiesApart, learnSimilarGoods } from '../similar/learn-similar-goods.ts';
import { encodeApart, learnEncodings } from './learn-encodings.ts';

const FOLDS = 4;

const SETTINGS: BoostingSettings = { trees: 120, depth: 3, learningRate: 0.05, leastInLeaf: 8, ridge: 5 };

/**
 * Learns from one row of each group; calibrated on honest groups that it did not learn from.
 * @param densities what the numbers are compared with
 */
export function learnOutcomes(rows: readonly LabelledRow[], densities: Densities, seed: number): OutcomeModel {
  const cases = onePerGroup(rows);
  const learned = cases.filter(({ group }) => partOf(group, seed) !== 'combination');
  const encodings = learnEncodings(learned);
  const columns = columnsOf(learned, encodeApart(learned, seed), densitiesApart(learned, seed, FOLDS));
  const trees = boost(
    columns,
    learned.map(({ outcome }) => outcome),
    new Float32Array(learned.length).fill(1),
    SETTINGS,
  );
  const legitimate = cases.filter(({ group, outcome }) => outcome === 0 && partOf(group, seed) === 'combination');
  const calibration = conformalTable(
    logOddsOf(
      trees,
      columnsOf(
        legitimate,
        legitimate.map((row) => encode(encodings, row)),
        () => densities,
      ),
    ).map(rounded),
  );
  return { encodings, trees, calibration };
}

function columnsOf<Row extends GoodsRow>(
  rows: readonly Row[],
  encoded: readonly number[][],
  densitiesFor: (row: Row) => Densities,
): Columns {
  const features = rows.map((row, at) => outcomeFeatures(row, encoded[at]!, densitiesFor(row)));
  return OUTCOME_FEATURES.map((_, feature) => Float32Array.from(features, (one) => one[feature]!));
}

/** How well two kinds of model rank goods of groups that they have not learned from, by cross-validation. */
export interface OutcomeComparison {
  readonly boostedTrees: Interval;
  readonly logistic: Interval;
}

/** Which kind of model ranks better, honestly: every case is scored by models that learned from other groups. */
export function compareOutcomeModels(rows: readonly LabelledRow[], seed: number): OutcomeComparison {
  const cases = onePerGroup(rows);
  const trees = new Float64Array(cases.length);
  const logistic = new Float64Array(cases.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const places = cases.flatMap(({ group }, at) => (foldOf(group, seed + 1, FOLDS) === fold ? [at] : []));
    const learned = cases.filter(({ group }) => foldOf(group, seed + 1, FOLDS) !== fold);
    const encodings = learnEncodings(learned);
    const tested = places.map((at) => cases[at]!);
    const { densities } = learnSimilarGoods(learned.filter(({ outcome }) => outcome === 0));
    const [from, to] = [
      columnsOf(learned, encodeApart(learned, seed), densitiesApart(learned, seed, FOLDS)),
      columnsOf(
        tested,
        tested.map((row) => encode(encodings, row)),
        () => densities,
      ),
    ];
    const outcomes = learned.map(({ outcome }) => outcome);
    const [byTrees, byLogistic] = [
      logOddsOf(boost(from, outcomes, new Float32Array(learned.length).fill(1), SETTINGS), to),
      ridgeLogOdds(fitRidgeLogistic(from, outcomes), to),
    ];
    for (const [index, at] of places.entries()) [trees[at], logistic[at]] = [byTrees[index]!, byLogistic[index]!];
  }
  const found = cases.map(({ outcome }) => outcome);
  return { boostedTrees: roundedInterval(rocAuc(trees, found)), logistic: roundedInterval(rocAuc(logistic, found)) };
}
