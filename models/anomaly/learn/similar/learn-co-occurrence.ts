import type { GoodsRow } from '../../serve/goods/goods-row.ts';
import type { CoOccurrence, CoOccurrenceSpec } from '../../serve/similar/co-occurrence.ts';
import { contextKey, seenOf } from '../../serve/similar/co-occurrence.ts';

/** Counts for the widest context of all (none) and each of the spec's. Rows in which anything needed is not stated are left out. */
export function learnCoOccurrence(rows: readonly GoodsRow[], spec: CoOccurrenceSpec): CoOccurrence {
  const levels = [[], ...spec.contexts].map((context) => ({ context, counts: new Map<string, Map<string, number>>() }));
  for (const row of rows) {
    const value = row.categories[spec.target];
    if (value === undefined) continue;
    for (const { context, counts } of levels) {
      const key = contextKey(row, context);
      if (key === undefined) continue;
      const known = counts.get(key) ?? new Map<string, number>();
      known.set(value, (known.get(value) ?? 0) + 1);
      counts.set(key, known);
    }
  }
  return levels.map(({ counts }) => new Map([...counts].map(([key, values]) => [key, seenOf(values)])));
}
