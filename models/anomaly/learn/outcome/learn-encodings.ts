import { slotValue } from '../../serve/goods/slots.ts';
import { encode, ENCODED, type Encodings } from '../../serve/outcome/encodings.ts';
import { foldOf, type LabelledRow } from '../data/split.ts';

/** Goods that the share of all is counted as, in every value: few goods say little. */
const PRIOR_GOODS = 20;

const FOLDS = 5;

export function learnEncodings(rows: readonly LabelledRow[]): Encodings {
  const overall = rows.reduce((sum, { outcome }) => sum + outcome, 0) / Math.max(1, rows.length);
  const bySlot = ENCODED.map((slot) => {
    const counts = new Map<string, { goods: number; hits: number }>();
    for (const row of rows) {
      const value = slotValue(row, slot);
      if (value === undefined) continue;
      const count = counts.get(value) ?? { goods: 0, hits: 0 };
      counts.set(value, { goods: count.goods + 1, hits: count.hits + row.outcome });
    }
    return new Map(
      [...counts].map(([value, { goods, hits }]) => [
        value,
        Math.fround((hits + PRIOR_GOODS * overall) / (goods + PRIOR_GOODS)),
      ]),
    );
  });
  return { overall: Math.fround(overall), bySlot };
}

/** Shares for the rows they are learned from: each from the other folds, so that no row is told its own outcome. */
export function encodeApart(rows: readonly LabelledRow[], seed: number): readonly number[][] {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    learnEncodings(rows.filter(({ group }) => foldOf(group, seed, FOLDS) !== fold)),
  );
  return rows.map((row) => encode(folds[foldOf(row.group, seed, FOLDS)]!, row));
}
