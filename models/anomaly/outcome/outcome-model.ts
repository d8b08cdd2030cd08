import { type ConformalTable, conformalTable } from '../../measures/conformal.ts';
import { type Interval, roundedInterval } from '../../measures/interval.ts';
import { rocAuc } from '../../measures/roc-auc.ts';
import type { Columns } from '../../trees/binning.ts';
import { boost, type BoostingSettings } from '../../trees/boost.ts';
import { type BoostedTrees, logOdds, logOddsOf } from '../../trees/boosted-trees.ts';
import { type Densities, scaledNumbers } from '../autoencoder/scaled-numbers.ts';
import { type GoodsRow, type LabelledRow, type NumberName, NUMBERS } from '../goods/goods-row.ts';
import { foldOf, onePerGroup, partOf } from '../goods/split.ts';
import { densitiesApart } from '../similar/densities-apart.ts';
import { learnSimilarGoods } from '../similar/similar-goods.ts';
import { encode, encodeApart, ENCODED, type Encodings, learnEncodings } from './encodings.ts';
import { fitLogistic, logisticLogOdds } from './logistic.ts';

/** What inspections found of goods like these: a probability of a finding, learned from outcomes. */
export interface OutcomeModel {
  readonly encodings: Encodings;
  readonly trees: BoostedTrees;
  /** p-values of its log-odds among goods where nothing was found. */
  readonly calibration: ConformalTable;
}

/** Numbers that it reads: relative to similar goods, never as declared; the mass and the rate only as coarse bins of their logarithm. */
const SCALED: readonly NumberName[] = ['unitValue', 'netMass'];
const COARSE: readonly NumberName[] = ['netMass', 'dutyRate'];

const OUTCOME_FEATURES = [
  ...ENCODED.map((slot) => `share of findings by ${slot}`),
  'origin is not where the goods come from',
  ...SCALED.map((name) => `${name} against similar goods`),
  ...COARSE.map((name) => `${name}, coarse`),
] as const;

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
  const honest = cases.filter(({ group, outcome }) => outcome === 0 && partOf(group, seed) === 'combination');
  const calibration = conformalTable(
    logOddsOf(
      trees,
      columnsOf(
        honest,
        honest.map((row) => encode(encodings, row)),
        () => densities,
      ),
    ).map(rounded),
  );
  return { encodings, trees, calibration };
}

/** Log-odds of a finding, to five decimals. */
export function outcomeLogOdds({ encodings, trees }: OutcomeModel, row: GoodsRow, densities: Densities): number {
  return rounded(logOdds(trees, Float32Array.from(featuresOf(row, encode(encodings, row), densities))));
}

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

function columnsOf<Row extends GoodsRow>(
  rows: readonly Row[],
  encoded: readonly number[][],
  densitiesFor: (row: Row) => Densities,
): Columns {
  const features = rows.map((row, at) => featuresOf(row, encoded[at]!, densitiesFor(row)));
  return OUTCOME_FEATURES.map((_, feature) => Float32Array.from(features, (one) => one[feature]!));
}

function featuresOf(row: GoodsRow, encoded: readonly number[], densities: Densities): number[] {
  const { origin, dispatch } = row.categories;
  const scaled = scaledNumbers(row, densities).values;
  return [
    ...encoded,
    origin === undefined || dispatch === undefined ? NaN : Number(origin !== dispatch),
    ...SCALED.map((name) => scaled[NUMBERS.indexOf(name)]!),
    ...COARSE.map((name) => Math.round(row.numbers[name])),
  ];
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
      logisticLogOdds(fitLogistic(from, outcomes), to),
    ];
    for (const [index, at] of places.entries()) [trees[at], logistic[at]] = [byTrees[index]!, byLogistic[index]!];
  }
  const found = cases.map(({ outcome }) => outcome);
  return { boostedTrees: roundedInterval(rocAuc(trees, found)), logistic: roundedInterval(rocAuc(logistic, found)) };
}
