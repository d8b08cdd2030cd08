import type { CategoryName, GoodsRow } from '../goods/goods-row.ts';
import { slotValue } from '../goods/slots.ts';

/** What a category is expected from, the widest context first; each narrows the one before. */
export interface CoOccurrenceSpec {
  readonly target: CategoryName;
  readonly contexts: readonly (readonly (CategoryName | 'hs2' | 'hs4' | 'hs6')[])[];
}

/** Origin by where the goods come from, and the rest by origin: the parts of origin × commodity × destination × procedure. */
export const CO_OCCURRENCES: readonly CoOccurrenceSpec[] = [
  { target: 'origin', contexts: [['dispatch'], ['dispatch', 'hs2'], ['dispatch', 'hs4']] },
  { target: 'dispatch', contexts: [['origin'], ['origin', 'hs2'], ['origin', 'hs4']] },
  { target: 'destination', contexts: [['hs2'], ['hs4'], ['hs6']] },
  { target: 'procedure', contexts: [['hs2'], ['hs4'], ['hs6']] },
  { target: 'regime', contexts: [['origin'], ['origin', 'hs2'], ['origin', 'hs4'], ['origin', 'hs6']] },
];

/** How often each value came in one context, and how often any did. */
export interface Seen {
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** What was seen in each context, by the context's text. */
export type SeenByContext = Pick<ReadonlyMap<string, Seen>, 'get' | typeof Symbol.iterator>;

/** The widest context (none at all) first. */
export type CoOccurrence = readonly SeenByContext[];

export function seenOf(counts: ReadonlyMap<string, number>): Seen {
  return { counts, total: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

/** The context of a row as a text, undefined where a part of it is not stated. */
export function contextKey(row: GoodsRow, context: CoOccurrenceSpec['contexts'][number]): string | undefined {
  let key = '';
  for (const part of context) {
    const value = slotValue(row, part);
    if (value === undefined) return undefined;
    key += key === '' ? value : ` ${value}`;
  }
  return key;
}

/** How unlikely the row's value is in its context, as −ln of a probability, contexts mixed as for numbers; NaN where it is not stated. */
export function coOccurrenceSurprisal(seen: CoOccurrence, spec: CoOccurrenceSpec, row: GoodsRow): number {
  const value = row.categories[spec.target];
  if (value === undefined) return NaN;
  const all = seen[0]?.get('') ?? NOTHING;
  let likelihood = ((all.counts.get(value) ?? 0) + 0.5) / (all.total + 0.5 * (all.counts.size + 1));
  for (let at = 0; at < spec.contexts.length; at += 1) {
    const key = contextKey(row, spec.contexts[at]!);
    const here = key === undefined ? undefined : seen[at + 1]?.get(key);
    if (here === undefined) break;
    likelihood = ((here.counts.get(value) ?? 0) + here.counts.size * likelihood) / (here.total + here.counts.size);
  }
  return -Math.log(likelihood);
}

const NOTHING: Seen = { total: 0, counts: new Map() };

/** What is usual in the narrowest context seen at least `minimum` times: the values that make up most of it, with their shares. */
export function usualValues(
  seen: CoOccurrence,
  spec: CoOccurrenceSpec,
  row: GoodsRow,
  minimum: number,
): readonly { readonly value: string; readonly share: number }[] {
  const found = [[], ...spec.contexts]
    .map((context, at) => ({ key: contextKey(row, context), at }))
    .reverse()
    .map(({ key, at }) => (key === undefined ? undefined : seen[at]?.get(key)))
    .find((here) => here !== undefined && here.total >= minimum);
  if (found === undefined) return [];
  return [...found.counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([value, count]) => ({ value, share: count / found.total }));
}
