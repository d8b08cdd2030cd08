import { probabilityOf } from '../../statistics/boosted-trees.ts';
import { nameOf } from './autoencoder/shape.ts';
import { type GoodsRow, NUMBERS } from './goods/goods-row.ts';
import { outcomeLogOdds, type OutcomeModel } from './outcome/outcome-model.ts';
import { type Densities, scaledNumbers } from './similar/scaled-numbers.ts';

/** How likely an inspection finds something of such goods, by outcomes alone; beside the numbers that drift is measured on. */
const FINDING = 'finding-probability';

/** A row's numbers against similar goods, by name, those not known left out, and the probability of a finding; to four decimals. */
export function driftFeatures(
  row: GoodsRow,
  densities: Densities,
  outcome: OutcomeModel,
): Readonly<Record<string, number>> {
  const { values } = scaledNumbers(row, densities);
  const known = NUMBERS.flatMap((name, at) =>
    Number.isNaN(values[at]!) ? [] : [[nameOf(name), rounded(values[at]!)] as const],
  );
  return {
    ...Object.fromEntries(known),
    [FINDING]: rounded(probabilityOf(outcomeLogOdds(outcome, row, densities))),
  };
}

const rounded = (value: number): number => Number(value.toFixed(4));
