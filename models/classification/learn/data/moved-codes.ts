import type { MovedCodes } from '../../serve/codes/declared-codes.ts';
import type { Moved } from './corpus.ts';

/** What became of a subheading of the older edition: its successor where there is one, its successors' heading where they share one. */
export function successor(moved: MovedCodes): Moved {
  const newer = new Map<string, string[]>();
  for (const [now, before] of moved) newer.set(before, [...(newer.get(before) ?? []), now]);
  return (code) => {
    const found = newer.get(code) ?? [];
    if (found.length === 1) return found[0];
    const headings = new Set(found.map((one) => one.slice(0, 4)));
    return headings.size === 1 ? [...headings][0] : undefined;
  };
}
