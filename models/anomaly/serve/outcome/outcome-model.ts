import { type BoostedTrees, logOdds } from '../../../statistics/boosted-trees.ts';
import { type ConformalTable } from '../../../statistics/conformal.ts';
import { type GoodsRow, type NumberName, NUMBERS } from '../goods/goods-row.ts';
import { type Densities, scaledNumbers } from '../similar/scaled-numbers.ts';
import { encode, ENCODED, type Encodings } from './encodings.ts';

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

export const OUTCOME_FEATURES = [
  ...ENCODED.map((slot) => `share of findings by ${slot}`),
  'origin is not where the goods come from',
  ...SCALED.map((name) => `${name} against similar goods`),
  ...COARSE.map((name) => `${name}, coarse`),
] as const;

/** Log-odds of a finding, to five decimals. */
export function outcomeLogOdds({ encodings, trees }: OutcomeModel, row: GoodsRow, densities: Densities): number {
  return rounded(logOdds(trees, Float32Array.from(outcomeFeatures(row, encode(encodings, row), densities))));
}

export const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

export function outcomeFeatures(row: GoodsRow, encoded: readonly number[], densities: Densities): number[] {
  const { origin, dispatch } = row.categories;
  const scaled = scaledNumbers(row, densities).values;
  return [
    ...encoded,
    origin === undefined || dispatch === undefined ? NaN : Number(origin !== dispatch),
    ...SCALED.map((name) => scaled[NUMBERS.indexOf(name)]!),
    ...COARSE.map((name) => Math.round(row.numbers[name])),
  ];
}
