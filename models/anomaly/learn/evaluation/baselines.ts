import type { GoodsRow } from '../../serve/goods/goods-row.ts';
import { type NumberDensity, robustZ, similarGoods } from '../../serve/similar/number-density.ts';
import { columnScores, growForest, type IsolationForest } from './isolation-forest.ts';

/** Goods that a level of the nomenclature needs before a median is taken from it: the baseline finds most with so few. */
const MINIMUM = 10;

/** Distance of the unit value from that of goods of the code, in robust standard deviations, back to wider codes where there are few; 0 where it is not known. */
export function robustZScores(unitValues: NumberDensity, rows: readonly GoodsRow[]): Float64Array {
  return Float64Array.from(rows, (row) => {
    const z = robustZ(similarGoods(unitValues, row.hs6, MINIMUM), row.numbers.unitValue);
    return Number.isNaN(z) ? 0 : Math.abs(z);
  });
}

/** An isolation forest over numbers and codes of the file at hand; it learns without labels, so that it may see the very rows it scores. */
export function fitForest(rows: readonly GoodsRow[], seed: number): IsolationForest {
  return growForest(forestColumns(rows), seed);
}

export const forestScores = (forest: IsolationForest, rows: readonly GoodsRow[]): Float64Array =>
  columnScores(forest, forestColumns(rows));

function forestColumns(rows: readonly GoodsRow[]): readonly Float64Array[] {
  const number = (of: (row: GoodsRow) => number): Float64Array =>
    Float64Array.from(rows, (row) => (Number.isNaN(of(row)) ? -99 : of(row)));
  return [
    number(({ numbers }) => numbers.unitValue),
    number(({ numbers }) => numbers.netMass),
    number(({ numbers }) => numbers.unitValue + numbers.netMass),
    number(({ numbers }) => numbers.dutyRate),
    number(({ hs6 }) => Number(hs6 ?? NaN)),
    number(({ categories }) => codeOf(categories.origin)),
    number(({ categories }) => codeOf(categories.dispatch)),
    number(({ categories }) => codeOf(categories.regime)),
    number(({ categories }) => codeOf(categories.procedure)),
  ];
}

/** A text as a number that says only whether two are the same or near in the alphabet: what a forest can split on. */
function codeOf(text: string | undefined): number {
  return text === undefined
    ? NaN
    : text.charCodeAt(0) * 1e4 + (text.charCodeAt(1) || 0) * 100 + (text.charCodeAt(2) || 0);
}
